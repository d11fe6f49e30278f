import { expect, test } from 'vitest';
import { areas } from '#api/areas.ts';
import { boardRead } from '#api/contract/board.ts';
import { claimRead } from '#api/contract/claim-views.ts';
import { drillRead } from '#api/contract/drill-views.ts';
import { incidentCreate } from '#api/contract/incidents.ts';
import { auditRead, eventRedact, incidentLog, logExport } from '#api/contract/log.ts';
import { urlOf } from '#api/contract/call.ts';
import { organisationCreate, organisationRead, organisationRename } from '#api/contract/organisations.ts';
import { systemRead } from '#api/contract/systems.ts';
import { blank } from '#api/domain/blank.ts';
import type { NewEvent } from '#api/domain/event.ts';
import type { SystemFacts } from '#api/domain/registry/events.ts';
import { verifyLog } from '#api/domain/verify.ts';
import { drillFold } from '#api/drills/fold.ts';
import { checkStreams } from '#api/log/check-streams.ts';
import { replayCheck } from '#api/log/replay.ts';
import { nodeTools } from '#api/log/tools.ts';
import { blankAll } from '#test/blank-all.ts';
import { accountId, eachDialect, givenApp, units } from '#test/given.ts';
import type { App } from '#test/given.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';

const projectors = areas.map(({ projector }) => projector);
const secret = 'Nguyễn Văn Lộ';

async function whole(app: App): Promise<void> {
  expect((await replayCheck(app.kernel.db, projectors)).first).toBeNull();
  for await (const { fault } of checkStreams(app.kernel.db.read)) expect(fault).toBeNull();
}

/** Blanks the newest entry of a type about a thing. */
async function blankLast(app: App, stream: string, type: string, subject: string | null, texts?: string[]) {
  const rows = await app.kernel.db.read
    .selectFrom('event')
    .select(['seq', 'subject'])
    .where('stream', '=', stream)
    .where('type', '=', type)
    .orderBy('seq', 'desc')
    .execute();
  const seq = rows.find((row) => row.subject === subject)?.seq ?? 0;
  const body = { stream, seq, reason: 'lộ họ tên', ...(texts && { texts }) };
  await (await app.as('admin')).call(eventRedact, { body });
}

const organisation = (name: string) => ({ name, kind: 'department' as const, parentId: units.province });

eachDialect((dialect) => {
  test('the name of an organisation goes; the later name stays, and two that were blanked do not collide', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const make = async (name: string) => (await admin.call(organisationCreate, { body: organisation(name) })).id;
    const [one, two, renamed] = [await make(`Sở ${secret}`), await make(`Ban ${secret}`), await make(`Cục ${secret}`)];
    const rename = { name: 'Cục Mẫu', validFrom: '2026-01-02' };
    await admin.call(organisationRename, { params: { organisation: renamed }, body: rename });
    for (const id of [one, two, renamed]) await blankLast(app, 'registry', 'organisation.created', id);

    const read = (id: string) => admin.call(organisationRead, { params: { organisation: id } });
    expect(await read(one)).toMatchObject({ name: blank, kind: 'department' });
    expect(await read(two)).toMatchObject({ name: blank });
    expect(await read(renamed)).toMatchObject({ name: 'Cục Mẫu', formerNames: [{ name: blank }] });
    expect(JSON.stringify(await app.kernel.db.read.selectFrom('organisation').selectAll().execute())).not.toContain(
      'Lộ',
    );
    await whole(app);
    // The names are free, look-alikes of the living stay refused, and who was blanked can be named anew.
    const again = await make(`Sở ${secret}`);
    expect(await admin.refused(organisationCreate, { body: organisation('CỤC MẪU') })).toMatchObject({
      code: 'organisation.name_taken',
    });
    const newName = { name: 'Sở Mẫu', validFrom: '2026-02-03' };
    await admin.call(organisationRename, { params: { organisation: one }, body: newName });
    expect(await read(one)).toMatchObject({ name: 'Sở Mẫu', formerNames: [{ name: blank }] });
    // The later name in turn: the row falls back to the mark, the first name keeps what it was.
    await blankLast(app, 'registry', 'organisation.renamed', renamed);
    expect(await read(renamed)).toMatchObject({ name: blank });
    expect(await read(again)).toMatchObject({ name: `Sở ${secret}` });
    await whole(app);
  });

  test('systems, response teams and clusters lose their names; of an entry only what was asked for goes', async () => {
    const app = await givenApp(dialect);
    const facts: SystemFacts = {
      name: `Cổng của ${secret}`,
      shortName: null,
      group: 'internal',
      type: 'portal',
      level: 3,
      levelBasis: 'Quyết định mẫu',
      ownerId: units.department,
      operatorId: units.department,
      status: 'operating',
      domains: ['cong.example'],
      addresses: ['192.0.2.7'],
      description: `Do ${secret} phụ trách`,
      users: null,
      usersNote: null,
      personalData: false,
      dossier: {
        status: 'approved',
        decisionNumber: '12/QĐ-MẪU',
        decisionDate: '2026-01-02',
        decisionAuthority: 'Sở',
        approvalDue: null,
      },
      plan: { status: 'none', due: null },
      lastAssessedOn: null,
      predecessors: [],
      note: null,
    };
    const team = { name: `Tổ ${secret}`, organisationId: units.department, clusterId: null, network: false };
    const cluster = { name: `Cụm ${secret}`, number: 1, memberIds: [], otherMembers: [`Nhà ${secret}`], validTo: null };
    const registered = (systemId: string): NewEvent => ({
      type: 'information_system.registered',
      subject: systemId,
      payload: { systemId, ...facts },
    });
    await app.given('registry', [
      registered('he-thong'),
      registered('he-thong-2'),
      {
        type: 'information_system.retired',
        subject: 'he-thong-2',
        payload: { systemId: 'he-thong-2', on: null, successorId: null, reason: '' },
      },
      {
        type: 'response_team.created',
        subject: 'to',
        payload: { teamId: 'to', ...team, validFrom: null, validTo: null, note: null },
      },
      { type: 'cluster.created', subject: 'cum', payload: { clusterId: 'cum', ...cluster, note: null } },
    ]);
    const texts = ['name', 'description'];
    await blankLast(app, 'registry', 'information_system.registered', 'he-thong', texts);
    await blankLast(app, 'registry', 'information_system.registered', 'he-thong-2');
    const admin = await app.as('admin');
    const read = (system: string) => admin.call(systemRead, { params: { system } });
    expect(await read('he-thong')).toMatchObject({
      name: blank,
      description: blank,
      levelBasis: 'Quyết định mẫu',
      domains: ['cong.example'],
    });
    expect(await read('he-thong-2')).toMatchObject({
      status: 'retired',
      name: blank,
      dossier: { decisionNumber: blank, decisionDate: '2026-01-02' },
    });
    expect((await blankAll(app.kernel)).has('cluster.created')).toBe(true);
    for (const table of ['information_system', 'response_team', 'cluster'] as const)
      expect(JSON.stringify(await app.kernel.db.read.selectFrom(table).selectAll().execute())).not.toContain('Lộ');
    await whole(app);
    const { items } = await admin.call(auditRead, { query: { stream: 'registry', type: 'information_system.' } });
    expect(items.every(({ texts: left }) => left.length === 0)).toBe(true);
  });

  test('plan, target, team and prizes of a drill: everyone is shown the mark, points and file stay whole', async () => {
    const play = await givenPlay(dialect);
    await play.given(drillStream, [
      {
        type: 'team.changed',
        subject: 'team-red',
        payload: { teamId: 'team-red', name: `Đội ${secret}`, organisationIds: [units.vendor], targetIds: [] },
      },
    ]);
    const claim = await play.submit('red');
    await play.decide(claim);
    const { state: before } = await play.kernel.folds.read(drillFold, drillStream);
    const points = before.scores.get('team-red')?.points;
    const board = async () => JSON.stringify(await (await play.as('observer')).call(boardRead, { params: { drill } }));
    expect(await board()).toContain(secret);
    await play.given(drillStream, [{ type: 'board.frozen', subject: null, payload: { reason: '' } }]);
    await blankLast(play, drillStream, 'team.changed', 'team-red');
    expect(await board()).not.toContain(secret);
    expect(await board()).toContain(blank);
    const prize = { tier: 'first' as const, side: 'red' as const, teamIds: ['team-red'], reason: `Nhờ ${secret}` };
    await play.given(drillStream, [
      { type: 'drill.ended', subject: null, payload: { reason: '' } },
      { type: 'drill.judging_opened', subject: null, payload: {} },
      { type: 'drill.published', subject: null, payload: { prizes: [prize] } },
    ]);
    await blankLast(play, drillStream, 'drill.target_added', 't1');
    await blankLast(play, drillStream, 'drill.drafted', null);
    await blankLast(play, drillStream, 'drill.published', null, ['prizes.0.reason']);

    const { state } = await play.kernel.folds.read(drillFold, drillStream);
    expect(state).toMatchObject({ status: 'published', prizes: [{ ...prize, reason: blank }] });
    expect(state.teams.get('team-red')?.name).toBe(blank);
    expect(state.scores.get('team-red')?.points).toBe(points);
    expect(await (await play.as('control')).call(drillRead, { params: { drill } })).toMatchObject({
      name: blank,
      rulesText: blank,
      targets: { items: [{ name: blank }, { name: 'Cổng t2' }] },
    });
    expect(await (await play.as('red')).call(claimRead, { params: { drill, claim } })).toMatchObject({
      status: 'accepted',
    });
    const rows = {
      drill: await play.kernel.db.read.selectFrom('drill').selectAll().executeTakeFirstOrThrow(),
      remediation: await play.kernel.db.read.selectFrom('remediation').selectAll().executeTakeFirstOrThrow(),
    };
    expect(rows).toMatchObject({ drill: { name: blank, status: 'published' }, remediation: { target_name: blank } });
    await whole(play);
    const file = await (await play.as('control')).fetch(urlOf(logExport, { params: { drill } }));
    const text = await file.text();
    expect(text).not.toContain(secret);
    expect(await verifyLog([text], nodeTools)).toMatchObject({ ok: true, redacted: 4 });
  });

  test('the log of incidents of an organisation: for its administrator, with what can be blanked in each entry', async () => {
    const app = await givenApp(dialect);
    const title = `Lộ hộp thư của ${secret}`;
    const { id, number } = await (await app.as('officer')).call(incidentCreate, { body: { title } });
    await (await app.as('officer')).call(incidentCreate, { body: { title: 'Một việc khác' } });
    const admin = await app.as('admin');
    const params = { organisation: units.department };
    const log = await admin.call(incidentLog, { params, query: { subject: id } });
    expect(log).toMatchObject({ organisation: { id: units.department }, next: null });
    expect(log.items).toMatchObject([
      { type: 'incident.created', about: { kind: 'ticket', id, number }, texts: ['title'], redacted: false },
    ]);
    expect((await admin.call(incidentLog, { params, query: {} })).items).toHaveLength(2);

    const { stream = '', seq = 0 } = log.items[0] ?? {};
    await admin.call(eventRedact, { body: { stream, seq, reason: 'lộ họ tên', texts: ['title'] } });
    const after = await admin.call(incidentLog, { params, query: { subject: id } });
    expect(after.items.map(({ type, redacted, texts }) => [type, redacted, texts])).toEqual([
      ['event.redacted', false, ['reason']],
      ['incident.created', true, []],
    ]);
    expect(JSON.stringify(after)).not.toContain(secret);
    await whole(app);

    // An administrator elsewhere finds nothing; those who handle incidents do not read logs.
    const local = { accountId: accountId('user'), role: 'admin' as const, organisationId: units.commune };
    await app.given('system', [{ type: 'role.granted', subject: local.accountId, payload: local }]);
    expect(await (await app.as('user')).refused(incidentLog, { params, query: {} })).toMatchObject({
      code: 'not_found',
    });
    expect(await (await app.as('officer')).refused(incidentLog, { params, query: {} })).toMatchObject({
      code: 'forbidden',
    });
    expect(await admin.refused(incidentLog, { params: { organisation: 'khong-co' }, query: {} })).toMatchObject({
      code: 'not_found',
    });
  });
});
