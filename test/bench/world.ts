import type { Decision } from '#api/domain/drill/claim.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { drillIn } from '#test/drill-in.ts';
import { finding as draft } from '#test/domain/drill-log.ts';
import { accountId, password, seatOf, units } from '#test/people.ts';
import type { Login } from '#test/people.ts';
import { sessionCreate } from '#api/contract/auth.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';

export const drill = 'drill-1';
export const stream = `drill:${drill}`;
export const boardCode = 'ABCD2345';
const teams = 40;

/** What the red team of the drill submits. */
export const finding = {
  title: 'Tải tệp tuỳ ý',
  targetId: 't1',
  severity: 'high',
  description: 'Tham số không được kiểm tra.',
  submit: true,
};

const severities = ['critical', 'high', 'medium', 'low'] as const;

const red = accountId('red');

/** A live drill of 40 teams. */
export function liveDrill(): NewEvent[] {
  const now = Date.now();
  return [
    ...drillIn('live', now, boardCode),
    ...Array.from({ length: 8 }, (_, i): NewEvent => ({
      type: 'drill.target_added',
      subject: `t${i}`,
      payload: {
        target: { id: `t${i}`, systemId: null, name: `Cổng ${i}`, ownerOrganisationId: null, scope: [], level: null },
      },
    })),
    ...Array.from({ length: teams }, (_, i): NewEvent => ({
      type: 'team.formed',
      subject: `red-${i}`,
      payload: {
        teamId: `red-${i}`,
        name: `Đội tấn công ${i}`,
        side: 'red',
        organisationIds: [units.vendor],
        targetIds: [],
      },
    })),
    seatOf('control', 'control'),
    seatOf('judge', 'judge'),
    seatOf('red', 'red', 'team-red'),
    { type: 'team.rules_accepted', subject: red, payload: { accountId: red, rulesHash: 'x' } },
    { type: 'team.pledge_signed', subject: red, payload: { accountId: red } },
    seatOf('observer', 'observer'),
  ];
}

/** `count` claims from number `from` on, submitted and, if `decided`, decided. */
export function claims(from: number, count: number, decided: boolean): NewEvent[] {
  return Array.from({ length: count }, (_, n) => n + from).flatMap((i): NewEvent[] => {
    const claimId = `c${i}`;
    const decision = {
      outcome: 'accepted',
      severity: severities[i % 4],
      impacts: ['data'],
      impactEvidence: true,
      reason: '',
    } as Decision;
    return [
      {
        type: 'claim.drafted',
        subject: claimId,
        payload: {
          claimId,
          teamId: `red-${i % teams}`,
          finding: draft({ title: `Phát hiện ${i}`, targetId: `t${i % 8}` }),
        },
      },
      { type: 'claim.submitted', subject: claimId, payload: { claimId, number: `PH-${i}`, foundAt: Date.now() } },
      ...(decided
        ? [
            {
              type: 'claim.decided' as const,
              subject: claimId,
              payload: { claimId, decision, supersedes: null } as never,
            },
          ]
        : []),
    ] as NewEvent[];
  });
}

/** The cookie header of a signed-in person. */
export async function cookieOf(server: ServerProcess, login: Login): Promise<string> {
  const response = await fetch(`${server.url}/api${sessionCreate.path}`, {
    method: 'POST',
    body: JSON.stringify({ login, password }),
    headers: { 'content-type': 'application/json', origin: server.url },
  });
  if (!response.ok) throw new Error(`${login} could not sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
