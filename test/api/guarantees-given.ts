import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { urlOf } from '#api/contract/call.ts';
import { claimDraft, claimReply } from '#api/contract/claims.ts';
import { claimRequestInfo, claimVerify } from '#api/contract/adjudication.ts';
import { ticketGrade } from '#api/contract/ticket-grades.ts';
import { boardCodeCreate } from '#api/contract/board-code.ts';
import { drillAnnounce, drillWithdrawAnnouncement, injectDeliver } from '#api/contract/run-sheet.ts';
import { evidenceAttachClaim, evidenceAttachTicket, uploadAddress } from '#api/contract/evidence.ts';
import { actionAddActs, commentActs, noteActs, taskAddActs } from '#api/contract/ticket-acts.ts';
import { incidentCreate, ticketCreate } from '#api/contract/incidents.ts';
import { operations } from '#api/contract/index.ts';
import { isCommand } from '#api/contract/operation.ts';
import type { OperationShape } from '#api/contract/operation.ts';
import { contactAdd } from '#api/contract/contacts.ts';
import { systemCreate } from '#api/contract/systems.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import { samplePlan, teamFormed } from '#test/drill-events.ts';
import { accountId, units } from '#test/given.ts';
import type { Client, Dialect } from '#test/given.ts';
import type { Login } from '#test/people.ts';
import { sampleOf } from '#test/sample.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';
import type { Play } from './drill-play.ts';

/** A drill whose targets are not yet shown to attack teams. */
export const hiddenDrill = 'drill-2';
export const reads = operations.filter((operation) => !isCommand(operation) && operation.name !== 'live.open');
export const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(300, 7)]);

/** Ids of everything there is, by the name of the parameter that takes them. */
export type Ids = Record<string, string[]>;

/** Sends a file by the upload protocol; answers its id. */
export async function upload(client: Client, name: string, bytes: Buffer): Promise<string> {
  const begun = await client.fetch(uploadAddress, {
    method: 'POST',
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes.length),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  const location = begun.headers.get('location') ?? '';
  await client.fetch(location, {
    method: 'PATCH',
    body: new Uint8Array(bytes),
    headers: { 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  return location.split('/').at(-1) ?? '';
}

/** A drill in play in which every text anybody can write holds a mark of its own. */
export async function givenMarked(dialect: Dialect): Promise<{ app: Play; ids: Ids; boardCode: string }> {
  const app = await givenPlay(dialect);
  await app.given(drillStream, [
    teamFormed('team-blue2', 'blue', { name: 'Đội Bức Tường', organisationIds: [units.commune] }),
    { type: 'team.addresses_set', subject: 'team-red', payload: { teamId: 'team-red', addresses: ['203.0.113.77'] } },
    {
      type: 'gate.item_recorded',
      subject: null,
      payload: {
        item: 'rollback_plan',
        targetId: null,
        reference: 'CANARY-gate-reference',
        on: '2026-11-12',
        fileId: null,
        note: 'CANARY-gate-note',
      },
    },
  ]);
  await app.seat(drill, 'blue2', 'blue', 'team-blue2', true);
  await app.accept(drill, 'blue2');
  const [red, red2, blue, blue2, control, judge] = await Promise.all(
    (['red', 'red2', 'blue', 'blue2', 'control', 'judge'] as const).map((login) => app.as(login)),
  );
  const of = (claim: string) => ({ params: { drill, claim } });
  const finding = (who: string) => ({
    title: `CANARY-${who}-title`,
    description: `CANARY-${who}-description`,
    endpoint: `CANARY-${who}-endpoint`,
    targetId: 't1',
    severity: 'high' as const,
    fixNow: `CANARY-${who}-now`,
    fixLong: `CANARY-${who}-long`,
  });

  const first = (await red!.call(claimDraft, { params: { drill }, body: { ...finding('red'), submit: true } })).id;
  const draft = (await red!.call(claimDraft, { params: { drill }, body: finding('draft') })).id;
  const other = (await red2!.call(claimDraft, { params: { drill }, body: { ...finding('other'), submit: true } })).id;
  const { id: claimFile } = await red!.call(evidenceAttachClaim, {
    ...of(first),
    body: { upload: await upload(red!, 'CANARY-red-file.png', png), kind: 'impact' },
  });
  await control!.call(claimRequestInfo, { ...of(first), body: { question: 'CANARY-red-question' } });
  await red!.call(claimReply, { ...of(first), body: { reply: 'CANARY-red-reply' } });
  await control!.call(claimVerify, { ...of(first), body: { severity: 'high', note: 'CANARY-official-note' } });
  await app.decide(first, {
    outcome: 'accepted',
    severity: 'high',
    impacts: ['data'],
    impactEvidence: true,
    reason: 'CANARY-red-reason',
  });

  const ticket = async (client: Client, who: string) => {
    const { id } = await client.call(ticketCreate, {
      params: { drill },
      body: { title: `CANARY-${who}-title`, description: `CANARY-${who}-description`, targetId: 't1' },
    });
    const params = { drill, incident: id };
    await client.call(noteActs.drill, { params, body: { text: `CANARY-${who}-note` } });
    await client.call(actionAddActs.drill, {
      params,
      body: { text: `CANARY-${who}-action`, proofOfAction: `CANARY-${who}-proof`, proofOfEffect: 'x' },
    });
    await client.call(taskAddActs.drill, { params, body: { title: `CANARY-${who}-task` } });
    await client.call(commentActs.drill, { params, body: { text: `CANARY-${who}-comment` } });
    const file = await upload(client, `CANARY-${who}-file.png`, png);
    await client.call(evidenceAttachTicket.drill, { params, body: { upload: file } });
    return { id, file };
  };
  const [own, mates] = [await ticket(blue!, 'blue'), await ticket(blue2!, 'blue2')];
  await judge!.call(ticketGrade, {
    params: { drill, ticket: own.id },
    body: { marks: { [Object.keys(suggestedRules.ticket)[0]!]: 50 }, reason: 'CANARY-blue-grade' },
  });
  for (const side of ['red', 'blue'] as const) {
    const { seq: announcement } = await control!.call(drillAnnounce, {
      params: { drill },
      body: { text: `CANARY-to-${side}`, audience: side, mustRead: false },
    });
    const body = { announcement, reason: `CANARY-to-${side}-withdrawn` };
    await control!.call(drillWithdrawAnnouncement, { params: { drill }, body });
  }
  await control!.call(injectDeliver, {
    params: { drill },
    body: { injectId: null, title: 'CANARY-inject-title', text: 'CANARY-inject-text', teamIds: ['team-blue'] },
  });
  const { code } = await control!.call(boardCodeCreate, { params: { drill } });

  const officer = await app.as('officer');
  const system = (
    await officer.call(systemCreate, {
      body: {
        ...(sampleOf(systemCreate.body) as object),
        name: 'Hệ thống mẫu',
        ownerId: units.department,
        operatorId: units.department,
        domains: ['canary-domain.example'],
        addresses: ['198.51.100.77'],
      } as never,
    })
  ).id;
  await officer.call(contactAdd, {
    params: { system },
    body: {
      ...(sampleOf(contactAdd.body) as object),
      name: 'Trực ban',
      phone: '0900 777 777',
      email: 'canary-contact@mau.example',
    } as never,
  });
  const real = (
    await officer.call(incidentCreate, {
      body: { title: 'CANARY-real-title', description: 'CANARY-real-description', systemId: system },
    })
  ).id;

  const now = app.clock.now();
  const plan = samplePlan(now + 9e6, { name: 'Diễn tập sắp tới', endsAt: now + 18e6 });
  const target = {
    id: 'hidden-1',
    systemId: system,
    name: 'CANARY-hidden-target',
    ownerOrganisationId: units.department,
    scope: ['canary-scope.example'],
    level: 3,
  };
  const team = (teamId: string, side: 'red' | 'blue', organisationId: string) =>
    teamFormed(teamId, side, { organisationIds: [organisationId], targetIds: [target.id] });
  await app.given(`drill:${hiddenDrill}`, [
    { type: 'drill.drafted', subject: null, payload: { plan, phases: [], rules: suggestedRules, scenarioHash: null } },
    { type: 'drill.target_added', subject: target.id, payload: { target } },
    team('soon-red', 'red', units.vendor),
    team('soon-blue', 'blue', units.department),
    {
      type: 'drill.approved',
      subject: null,
      payload: { decisionNumber: '02/QĐ-MẪU', decidedOn: '2026-11-01', fileId: null },
    },
  ]);
  await app.seat(hiddenDrill, 'control', 'control');
  await app.seat(hiddenDrill, 'red', 'red', 'soon-red');

  const ids: Ids = {
    drill: [drill, hiddenDrill],
    claim: [first, draft, other],
    incident: [own.id, mates.id, real],
    team: ['team-red', 'team-red2', 'team-blue', 'team-blue2'],
    evidence: [claimFile, own.file, mates.file],
    system: [system],
    organisation: Object.values(units),
    account: [accountId('judge'), accountId('red')],
    code: [code],
  };
  return { app, ids, boardCode: code };
}

/** Every address of an operation that the ids make up. */
export function addressesOf(operation: OperationShape, ids: Ids): string[] {
  const sample = operation.params ? (sampleOf(operation.params) as Record<string, string>) : {};
  const choices = Object.keys(sample).map((name) =>
    (ids[name] ?? [sample[name]!]).map((value) => [name, value] as const),
  );
  const all = choices.reduce<(readonly (readonly [string, string])[])[]>(
    (made, list) => made.flatMap((one) => list.map((pair) => [...one, pair])),
    [[]],
  );
  return all.map((pairs) => urlOf(operation, { params: Object.fromEntries(pairs) }));
}

/** What an answer says, a workbook unpacked. */
export async function textOf(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!(response.headers.get('content-type') ?? '').includes('spreadsheet'))
    return `${response.headers.get('content-disposition') ?? ''}\n${decoded(bytes)}`;
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  return JSON.stringify(book.worksheets.map((sheet) => sheet.getSheetValues()));
}

const decoded = (bytes: Buffer) => bytes.toString('utf8');

/** A browser with the code of a board, and one with nothing. */
export function screen(app: Play, code: string): Client {
  const client = app.visitor();
  client.cookies.set('tt_board', code);
  return client;
}

export const seated = [
  'red',
  'red2',
  'blue',
  'blue2',
  'observer',
  'judge',
  'control',
] as const satisfies readonly Login[];
export const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
