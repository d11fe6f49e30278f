import { expect, test } from 'vitest';
import { actionAddActs, assignActs, noteActs, transitionActs } from '#api/contract/ticket-acts.ts';
import { incidentList, incidentRead, ticketCreate, ticketList, ticketRead } from '#api/contract/incidents.ts';
import { readDrill } from '#api/drills/load-drill.ts';
import { accountId, eachDialect, givenApp, units } from '#test/given.ts';
import type { App } from '#test/given.ts';
import { givenDrill } from './incident-drill-given.ts';

const drill = 'drill-1';

async function withTeams(app: App): Promise<void> {
  await givenDrill(app, drill);
  await app.seat(drill, 'blue', 'blue', 'team-blue');
  await app.seat(drill, 'blue2', 'blue', 'team-other');
  await app.seat(drill, 'red', 'red', 'team-red');
  for (const login of ['blue', 'blue2', 'red'] as const) await app.accept(drill, login);
  await app.seat(drill, 'control', 'control');
  await app.seat(drill, 'judge', 'judge');
  await app.seat(drill, 'observer', 'observer');
}

eachDialect((dialect) => {
  test('a defence ticket is seen by its own team, organisers and judges; nobody else learns that it exists', async () => {
    const app = await givenApp(dialect);
    await withTeams(app);
    const blue = await app.as('blue');
    const { id, number } = await blue.call(ticketCreate, {
      params: { drill },
      body: { title: 'Tệp lạ trong thư mục tải lên', targetId: 'target-1' },
    });
    expect(number).toBe('DT-2-001');
    const params = { drill, incident: id };
    const access = async (who: 'blue' | 'control' | 'judge') =>
      (await (await app.as(who)).call(ticketRead, { params })).access;
    expect([await access('blue'), await access('control'), await access('judge')]).toEqual(['work', 'read', 'read']);
    const denied = async (who: 'red' | 'blue2' | 'observer' | 'officer') =>
      (await (await app.as(who)).refused(ticketRead, { params })).code;
    expect([await denied('blue2'), await denied('red'), await denied('observer'), await denied('officer')]).toEqual([
      'not_found',
      'forbidden',
      'forbidden',
      'not_found',
    ]);
    expect((await (await app.as('blue2')).call(ticketList, { params: { drill }, query: {} })).items).toEqual([]);
    expect((await (await app.as('blue2')).refused(noteActs.drill, { params, body: { text: 'x' } })).code).toBe(
      'not_found',
    );
    expect(
      (await (await app.as('control')).call(ticketList, { params: { drill }, query: {} })).items.map((one) => one.id),
    ).toEqual([id]);
    expect((await (await app.as('red')).refused(ticketCreate, { params: { drill }, body: { title: 'x' } })).code).toBe(
      'forbidden',
    );
  });

  test('drill and real never mix: no list, count or address of the one shows the other', async () => {
    const app = await givenApp(dialect);
    await withTeams(app);
    const { id } = await (await app.as('blue')).call(ticketCreate, { params: { drill }, body: { title: 'Diễn tập' } });
    const leader = await app.as('leader');
    expect(await leader.call(incidentList, { query: {} })).toMatchObject({ items: [], total: 0 });
    expect((await leader.refused(incidentRead, { params: { incident: id } })).code).toBe('not_found');
    expect(
      (
        await (
          await app.as('blue')
        ).refused(transitionActs.real, { params: { incident: id }, body: { to: 'acknowledged' } })
      ).status,
    ).toBeGreaterThanOrEqual(403);
  });

  test('the same steps and proofs; the drill state holds the same ticket', async () => {
    const app = await givenApp(dialect);
    await withTeams(app);
    const blue = await app.as('blue');
    const { id } = await blue.call(ticketCreate, {
      params: { drill },
      body: { title: 'Đăng nhập lạ', targetId: 'target-1', severity: 'high' },
    });
    const params = { drill, incident: id };
    await blue.call(transitionActs.drill, { params, body: { to: 'acknowledged' } });
    await blue.call(assignActs.drill, { params, body: { assignee: accountId('blue') } });
    expect((await blue.refused(assignActs.drill, { params, body: { assignee: accountId('blue2') } })).code).toBe(
      'incident.assignee',
    );
    await blue.call(transitionActs.drill, { params, body: { to: 'in_progress' } });
    await blue.call(actionAddActs.drill, { params, body: { text: 'Hủy phiên', proofOfAction: 'Ảnh danh sách phiên' } });
    await blue.call(transitionActs.drill, { params, body: { to: 'contained' } });
    const { ticket, systemName } = await blue.call(ticketRead, { params });
    expect(ticket).toMatchObject({
      mode: 'drill',
      teamId: 'team-blue',
      status: 'contained',
      organisationId: units.department,
      actions: [{ incomplete: true }],
    });
    expect(systemName).toBe('Cổng dịch vụ công');
    const state = await readDrill(app.kernel, drill);
    expect(state.tickets.get(id)).toMatchObject({
      status: 'contained',
      assignee: accountId('blue'),
      actions: [{ text: 'Hủy phiên' }],
    });
    expect(
      (await blue.refused(ticketCreate, { params: { drill }, body: { title: 'x', targetId: 'khong-co' } })).issues[0]
        ?.path,
    ).toEqual(['targetId']);
  });

  test('only while the drill runs or is paused', async () => {
    const app = await givenApp(dialect);
    await withTeams(app);
    await app.given(`drill:${drill}`, [{ type: 'drill.ended', subject: null, payload: { reason: 'Hết giờ' } }]);
    expect((await (await app.as('blue')).refused(ticketCreate, { params: { drill }, body: { title: 'x' } })).code).toBe(
      'drill.wrong_phase',
    );
  });
});
