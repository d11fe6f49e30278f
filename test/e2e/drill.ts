import { randomInt, randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { call } from '#api/contract/call.ts';
import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import type { FindingFields } from '#api/domain/drill/claim.ts';
import type { DrillStatus } from '#api/domain/drill/status.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { finding } from '#test/domain/drill-log.ts';
import { drillIn } from '#test/drill-in.ts';
import { accountId, seatOf, units } from '#test/people.ts';
import type { Login } from '#test/people.ts';
import type { ServerProcess } from './server-process.ts';

export interface GivenDrill {
  id: string;
  code: string;
  path: string;
  stream: string;
}

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const boardCode = () => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

const seats = [
  ['control', 'control', null],
  ['judge', 'judge', null],
  ['judge2', 'judge', null],
  ['red', 'red', 'team-red'],
  ['blue', 'blue', 'team-blue'],
  ['observer', 'observer', null],
] as const;

/** A drill of its own with one team on each side, one target and all its people, come to `status`. */
export async function givenDrill(server: ServerProcess, status: DrillStatus = 'live'): Promise<GivenDrill> {
  const [id, code] = [randomUUID(), boardCode()];
  const stream = `drill:${id}`;
  const target = { id: 't1', systemId: null, name: 'Cổng dịch vụ công (mẫu)', ownerOrganisationId: units.department };
  await server.given(stream, [
    ...drillIn(status, Date.now(), code),
    {
      type: 'drill.target_added',
      subject: 't1',
      payload: { target: { ...target, scope: ['dvc.mau.example'], level: 3 } },
    },
    ...seats.map(([login, role, teamId]) => seat(login, role, teamId)),
    ...accepted('red'),
    ...accepted('blue'),
  ]);
  return { id, code, stream, path: `/drills/${id}` };
}

export const seat = (login: Login, role: (typeof seats)[number][1], teamId: string | null): NewEvent =>
  seatOf(login, role, teamId, teamId !== null);

/** Has accepted the Nội quy that stands and signed the pledge, as whoever plays must. */
export function accepted(login: Login, rulesHash = 'x'): NewEvent[] {
  const id = accountId(login);
  return [
    { type: 'team.rules_accepted', subject: id, payload: { accountId: id, rulesHash } },
    { type: 'team.pledge_signed', subject: id, payload: { accountId: id } },
  ];
}

/** A finding of the attack team, sent; answers its id. */
export async function givenClaim(
  server: ServerProcess,
  drill: GivenDrill,
  number: number,
  change: Partial<FindingFields> = {},
): Promise<string> {
  const claimId = randomUUID();
  const payload = { claimId, number: `PH-${number}`, foundAt: Date.now() };
  await server.given(drill.stream, [
    { type: 'claim.drafted', subject: claimId, payload: { claimId, teamId: 'team-red', finding: finding(change) } },
    { type: 'claim.submitted', subject: claimId, payload },
  ]);
  return claimId;
}

/** Does an operation as the person whose browser this is, without the page. Throws ProblemError. */
export function act<O extends OperationShape>(page: Page, operation: O, request: RequestOf<O>): Promise<OutputOf<O>> {
  const fetch = async (path: string, init: RequestInit = {}) => {
    const origin = new URL(page.url()).origin;
    const answer = await page.request.fetch(path, {
      method: init.method ?? 'GET',
      headers: { ...(init.headers as Record<string, string>), origin },
      ...(init.body ? { data: init.body as string } : {}),
    });
    return new Response(await answer.text(), { status: answer.status() });
  };
  return call(fetch, operation, request as never) as Promise<OutputOf<O>>;
}
