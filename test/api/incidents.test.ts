import { describe, expect, test } from 'vitest';
import {
  actionAddActs,
  actionProveActs,
  assignActs,
  classifyActs,
  clockReportActs,
  clockWaiveActs,
  commentActs,
  editActs,
  noteActs,
  noteCorrectActs,
  taskAddActs,
  taskSettleActs,
  transitionActs,
} from '#api/contract/ticket-acts.ts';
import {
  incidentAssignees,
  incidentCreate,
  incidentList,
  incidentRead,
  incidentSimilar,
} from '#api/contract/incidents.ts';
import { anonymous } from '#api/domain/actor.ts';
import type { Actor } from '#api/domain/actor.ts';
import { foldTicket } from '#api/domain/incident/apply.ts';
import { incidentLive } from '#api/incidents/live.ts';
import { eventsAbout } from '#api/kernel/log.ts';
import { replayCheck } from '#api/log/replay.ts';
import { regulationList, regulationRead } from '#api/contract/regulations.ts';
import { accountId, eachDialect, givenApp, units } from '#test/given.ts';
import type { App } from '#test/given.ts';

const hour = 3_600_000;

const create = async (
  app: App,
  title: string,
  rest: { systemId?: string; detectedAt?: number } = {},
  who: 'officer' | 'staff' | 'commune-officer' = 'officer',
) => (await app.as(who)).call(incidentCreate, { body: { title, ...rest } });

eachDialect((dialect) => {
  test('an officer takes an incident from report to close, and every step says what it lacks', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const { id, number } = await create(app, 'Trang chủ bị thay đổi giao diện');
    expect(number).toBe('SC-2026-0001');
    const params = { incident: id };
    const step = (to: 'acknowledged' | 'in_progress' | 'contained' | 'resolved' | 'closed', reason = '') =>
      officer.call(transitionActs.real, { params, body: { to, reason } });
    const refused = (to: 'contained' | 'resolved' | 'closed') =>
      officer.refused(transitionActs.real, { params, body: { to } });

    expect(await refused('closed')).toMatchObject({
      code: 'incident.illegal_step',
      status: 409,
      params: { from: 'new', allowed: ['acknowledged', 'cancelled', 'merged'] },
    });
    await step('acknowledged');
    await officer.call(assignActs.real, { params, body: { assignee: accountId('staff') } });
    expect((await officer.call(incidentAssignees, { params })).items.map(({ name }) => name)).toEqual([
      'Phạm Chuyên Trách',
      'Võ Nhân Viên',
    ]);
    await (await app.as('staff')).call(transitionActs.real, { params, body: { to: 'in_progress' } });
    expect(await refused('contained')).toMatchObject({ code: 'incident.missing', params: { fields: ['actions'] } });
    const { id: actionId } = await officer.call(actionAddActs.real, {
      params,
      body: { text: 'Chặn địa chỉ 203.0.113.9', proofOfAction: 'Ảnh luật tường lửa' },
    });
    await step('contained');
    await officer.call(editActs.real, {
      params,
      body: {
        cause: 'Lộ mật khẩu quản trị',
        remedy: 'Đổi mật khẩu',
        type: 'defacement',
        severity: 'high',
        revision: 0,
      },
    });
    await step('resolved');
    const { id: taskId } = await officer.call(taskAddActs.real, { params, body: { title: 'Rà soát tài khoản' } });
    expect((await refused('closed')).params).toEqual({ to: 'closed', fields: ['tasks', 'clock:full_72h'] });
    await officer.call(taskSettleActs.real, { params, body: { taskId, to: 'done' } });
    await officer.call(clockReportActs.real, {
      params,
      body: { code: 'full_72h', channel: 'Văn bản', receiver: 'PA05' },
    });

    const before = await officer.call(incidentRead, { params });
    expect(before.ticket.actions[0]).toMatchObject({ incomplete: true });
    await officer.call(actionProveActs.real, {
      params,
      body: { actionId, proofOfAction: 'Ảnh', proofOfEffect: 'Nhật ký cho thấy đã chặn' },
    });
    expect(before.steps.find(({ to }) => to === 'closed')).toMatchObject({ missing: [] });
    await step('closed');

    const { ticket, clocks, steps, people, access } = await officer.call(incidentRead, { params });
    expect(ticket).toMatchObject({
      status: 'closed',
      profile: 'vn-2026@1',
      assignee: accountId('staff'),
      severity: 'high',
      actions: [{ incomplete: false }],
    });
    expect(clocks.find(({ code }) => code === 'full_72h')).toMatchObject({
      state: 'met',
      reported: { receiver: 'PA05' },
    });
    expect(steps).toEqual([{ to: 'in_progress', missing: [], needsReason: true }]);
    expect(people[accountId('staff')]).toBe('Võ Nhân Viên');
    expect(access).toBe('work');
    expect((await officer.refused(noteActs.real, { params, body: { text: 'thêm' } })).code).toBe('incident.not_open');
    await officer.call(commentActs.real, { params, body: { text: 'Rút kinh nghiệm' } });
    await officer.call(transitionActs.real, { params, body: { to: 'in_progress', reason: 'Tái diễn' } });
    expect((await officer.call(incidentRead, { params })).ticket).toMatchObject({ status: 'in_progress', reopened: 1 });
  });

  test('clocks: classified late, personal data apart, waived with a reason', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const { id } = await create(app, 'Mã hóa dữ liệu', { detectedAt: app.clock.now() - 30 * hour });
    const params = { incident: id };
    await officer.call(classifyActs.real, {
      params,
      body: { serious: { value: true, reason: 'Dịch vụ công gián đoạn' }, personalData: { value: true } },
    });
    const { clocks } = await officer.call(incidentRead, { params });
    expect(clocks.find(({ code }) => code === 'initial_24h')).toMatchObject({
      state: 'overdue',
      classifiedLate: true,
      source: { article: 'Điều 31.2.d', checked: 'archive' },
    });
    expect(clocks.find(({ code }) => code === 'personal_data_72h')).toMatchObject({
      state: 'running',
      dueAt: app.clock.now() + 72 * hour,
    });
    expect((await officer.call(incidentList, { query: { overdue: 'true' } })).items.map((one) => one.id)).toEqual([id]);
    await officer.call(clockReportActs.real, {
      params,
      body: { code: 'initial_24h', channel: 'Điện thoại', receiver: 'Trực ban PA05' },
    });
    expect(
      (await officer.call(incidentRead, { params })).clocks.find(({ code }) => code === 'initial_24h')?.state,
    ).toBe('met_late');
    expect((await officer.call(incidentList, { query: { overdue: 'true' } })).items).toEqual([]);
    expect(
      (
        await officer.refused(clockReportActs.real, {
          params,
          body: { code: 'initial_24h', channel: 'x', receiver: 'y' },
        })
      ).code,
    ).toBe('incident.clock_settled');
    expect((await officer.refused(clockWaiveActs.real, { params, body: { code: 'khong-co', reason: 'x' } })).code).toBe(
      'incident.clock_unknown',
    );
    await officer.call(clockWaiveActs.real, {
      params,
      body: { code: 'personal_data_72h', reason: 'Không có khả năng gây thiệt hại' },
    });
    expect(
      (await officer.call(incidentRead, { params })).clocks.find(({ code }) => code === 'personal_data_72h')?.state,
    ).toBe('not_applicable');
  });

  test('who sees what: officers their units, heads look on, the reporter adds, a stranger finds nothing', async () => {
    const app = await givenApp(dialect);
    const { id } = await create(app, 'Thư giả mạo', {}, 'staff');
    const params = { incident: id };
    expect((await (await app.as('staff')).call(incidentRead, { params })).access).toBe('add');
    expect((await (await app.as('head')).call(incidentRead, { params })).access).toBe('read');
    expect((await (await app.as('leader')).call(incidentRead, { params })).access).toBe('read');
    expect((await (await app.as('commune-officer')).refused(incidentRead, { params })).code).toBe('not_found');
    expect((await (await app.as('user')).refused(incidentRead, { params })).code).toBe('not_found');
    expect((await app.visitor().refused(incidentRead, { params })).code).toBe('session.required');
    expect(
      (await (await app.as('staff')).refused(transitionActs.real, { params, body: { to: 'acknowledged' } })).code,
    ).toBe('forbidden');
    expect((await (await app.as('head')).refused(noteActs.real, { params, body: { text: 'x' } })).code).toBe(
      'forbidden',
    );
    await (await app.as('staff')).call(noteActs.real, { params, body: { text: 'Nhận lúc 8 giờ', kind: 'detection' } });

    app.clock.pass(1_000);
    const { id: theirs } = await create(app, 'Máy trạm nhiễm mã độc', {}, 'commune-officer');
    const seen = async (who: 'officer' | 'leader' | 'user' | 'commune-officer') =>
      (await (await app.as(who)).call(incidentList, { query: {} })).items.map((one) => one.id);
    expect(await seen('officer')).toEqual([id]);
    expect(await seen('commune-officer')).toEqual([theirs]);
    expect(await seen('leader')).toEqual([theirs, id]);
    expect(await seen('user')).toEqual([]);
    const leader = await app.as('leader');
    expect((await leader.call(incidentList, { query: { organisation: units.province } })).total).toBe(2);
    expect(
      (await leader.call(incidentList, { query: { organisation: units.commune } })).items.map((one) => one.id),
    ).toEqual([theirs]);
  });

  test('numbers run through all units; lists page newest first, are searched without marks and filtered', async () => {
    const app = await givenApp(dialect);
    await create(app, 'Đánh sập cổng dịch vụ công');
    app.clock.pass(1_000);
    await create(app, 'Sự cố an toàn thông tin mạng tại Xã Mẫu', {}, 'commune-officer');
    app.clock.pass(1_000);
    const { number } = await create(app, 'Tấn công từ chối dịch vụ');
    expect(number).toBe('SC-2026-0003');
    const leader = await app.as('leader');
    const numbers = async (query: Record<string, string | number>) =>
      (await leader.call(incidentList, { query } as never)).items.map((one) => one.number);
    expect(await numbers({ search: 'danh sap' })).toEqual(['SC-2026-0001']);
    expect(await numbers({ search: 'ĐÁNH SẬP'.normalize('NFD') })).toEqual(['SC-2026-0001']);
    expect(await numbers({ search: 'an ninh mạng' })).toEqual(['SC-2026-0002']);
    expect(await numbers({ search: 'sc-2026-0003' })).toEqual(['SC-2026-0003']);
    expect(await numbers({ search: 'dich', limit: 1 })).toEqual(['SC-2026-0003']);
    const first = await leader.call(incidentList, { query: { limit: 2 } });
    expect(first.total).toBe(3);
    expect(first.items).toHaveLength(2);
    expect(await numbers({ limit: 2, after: first.next ?? '' })).toEqual(['SC-2026-0001']);
    expect(await numbers({ status: 'closed' })).toEqual([]);
    expect(await numbers({ status: 'open', severity: 'unknown', mine: 'false' })).toHaveLength(3);
    expect((await (await app.as('officer')).call(incidentList, { query: { mine: 'true' } })).total).toBe(2);
  });

  test('numbers stay single when many log at once', async () => {
    const app = await givenApp(dialect);
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, i) => create(app, `Sự cố ${i}`, {}, i % 2 === 0 ? 'officer' : 'commune-officer')),
    );
    expect(new Set(made.map(({ number }) => number)).size).toBe(20);
  });

  test('a unit hears its own incidents live, a stranger does not', async () => {
    const app = await givenApp(dialect);
    await create(app, 'Sự cố');
    const stream = `incident:${units.department}`;
    const actor = (role: 'officer' | 'staff', organisationId: string) => ({
      ...anonymous,
      kind: 'user' as const,
      id: 'x',
      grants: [{ role, organisationId }],
    });
    const audience = (who: Actor) => incidentLive.audience(who, stream, app.kernel);
    expect(await audience(actor('officer', units.department))).toBe('readers');
    expect(await audience(actor('officer', units.province))).toBe('readers');
    expect(await audience(actor('officer', units.commune))).toBeUndefined();
    expect(await audience(actor('staff', units.department))).toBeUndefined();
    const feed = incidentLive.feed(stream, 'readers', app.kernel);
    await feed.catchUp();
    expect(feed.entries).toHaveLength(1);
    expect(feed.entries[0]?.topics).toContain('incidents');
  });

  test('a hint against logging twice', async () => {
    const app = await givenApp(dialect);
    const { id } = await create(app, 'Cổng dịch vụ công bị từ chối dịch vụ');
    const officer = await app.as('officer');
    const hints = async (title: string) =>
      (await officer.call(incidentSimilar, { query: { title } })).items.map((one) => one.id);
    expect(await hints('Cong dich vu cong bi tu choi')).toEqual([id]);
    expect(await hints('Thư giả mạo')).toEqual([]);
    expect(
      (
        await (
          await app.as('commune-officer')
        ).call(incidentSimilar, { query: { title: 'Cong dich vu cong bi tu choi' } })
      ).items,
    ).toEqual([]);
    const title = 'Cong dich vu cong bi tu choi';
    app.clock.pass(25 * hour);
    expect((await (await app.as('leader')).call(incidentSimilar, { query: { title } })).items).toEqual([]);
  });

  test('merging, tasks, the timeline and bad input', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const { id } = await create(app, 'Phiếu thứ nhất');
    const { id: second } = await create(app, 'Phiếu thứ hai');
    const { id: theirs } = await create(app, 'Phiếu của xã', {}, 'commune-officer');
    const params = { incident: second };
    const merge = (into: string) => ({ params, body: { to: 'merged' as const, reason: 'Trùng', into } });
    expect((await officer.refused(transitionActs.real, merge(theirs))).code).toBe('incident.merge_target');
    expect((await officer.refused(transitionActs.real, merge(second))).code).toBe('incident.missing');
    await officer.call(transitionActs.real, merge(id));
    expect((await officer.call(incidentRead, { params })).ticket.closure).toMatchObject({ into: id, reason: 'Trùng' });

    const first = { incident: id };
    const { id: noteId } = await officer.call(noteActs.real, {
      params: first,
      body: { text: 'Sai giờ', at: app.clock.now() - hour },
    });
    await officer.call(noteCorrectActs.real, {
      params: first,
      body: { noteId, text: 'Đúng giờ', at: app.clock.now() - 2 * hour },
    });
    expect((await officer.call(incidentRead, { params: first })).ticket.timeline).toMatchObject([
      { text: 'Đúng giờ', at: app.clock.now() - 2 * hour },
    ]);
    expect(
      (await officer.refused(noteActs.real, { params: first, body: { text: 'x', at: app.clock.now() + hour } })).issues,
    ).toEqual([{ path: ['at'], code: 'time.future' }]);
    expect((await officer.refused(incidentCreate, { body: { title: '' } })).code).toBe('request.invalid');
    expect(
      (await officer.refused(incidentCreate, { body: { title: 'x', systemId: 'khong-co' } })).issues[0]?.path,
    ).toEqual(['systemId']);
    expect(
      (await officer.refused(editActs.real, { params: first, body: { type: 'khong_co', revision: 0 } })).issues[0]
        ?.path,
    ).toEqual(['type']);
    expect((await officer.refused(assignActs.real, { params: first, body: { assignee: accountId('red') } })).code).toBe(
      'incident.assignee',
    );
    const { id: taskId } = await officer.call(taskAddActs.real, { params: first, body: { title: 'Việc' } });
    expect((await officer.refused(taskSettleActs.real, { params: first, body: { taskId, to: 'waived' } })).code).toBe(
      'incident.missing',
    );
    await officer.call(taskSettleActs.real, { params: first, body: { taskId, to: 'waived', reason: 'Không cần' } });
    expect((await officer.refused(taskSettleActs.real, { params: first, body: { taskId, to: 'done' } })).code).toBe(
      'incident.task_state',
    );
    const { seq } = (await officer.call(incidentRead, { params: first })).ticket;
    await officer.call(editActs.real, { params: first, body: { title: 'Phiếu thứ nhất', revision: 0 } });
    expect((await officer.call(incidentRead, { params: first })).ticket.seq).toBe(seq);
  });

  test('nobody overwrites what he has not seen: an edit of a fact rewritten meanwhile is refused, of another fact it is not', async () => {
    const app = await givenApp(dialect);
    const [officer, admin] = [await app.as('officer'), await app.as('staff')];
    const { id } = await create(app, 'Sự cố');
    const params = { incident: id };
    await officer.call(assignActs.real, { params, body: { assignee: accountId('staff') } });
    const edit = (who: typeof officer, body: object, revision: number) =>
      who.call(editActs.real, { params, body: { ...body, revision } });
    const { revision } = (await officer.call(incidentRead, { params })).ticket;
    await edit(admin, { cause: 'Lộ mật khẩu', scope: 'Một máy' }, revision);
    // The same value, or another fact, is no conflict.
    await edit(officer, { scope: 'Một máy', remedy: 'Đổi mật khẩu' }, revision);
    const stale = await officer.refused(editActs.real, {
      params,
      body: { cause: 'Không rõ', remedy: 'Cài lại', revision },
    });
    expect(stale).toMatchObject({ code: 'conflict.stale', status: 409 });
    expect(stale.issues).toEqual([
      { path: ['cause'], code: 'incident.rewritten' },
      { path: ['remedy'], code: 'incident.rewritten' },
    ]);
    const seen = (await officer.call(incidentRead, { params })).ticket;
    expect(seen).toMatchObject({ cause: 'Lộ mật khẩu', remedy: 'Đổi mật khẩu', revision: revision + 2 });
    await edit(officer, { cause: 'Không rõ' }, seen.revision);
    expect((await officer.call(incidentRead, { params })).ticket.cause).toBe('Không rõ');
    // Fifty at once, each on what all had read: one is kept, nobody overwrites it.
    const read = seen.revision + 1;
    const fifty = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) => edit(i % 2 ? officer : admin, { title: `Sự cố ${i}` }, read)),
    );
    expect(fifty.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await replayCheck(app.kernel.db, app.kernel.projectors)).first).toBeNull();
  });

  test('the rows are the fold of the log, and the log rebuilds them', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const { id } = await create(app, 'Sự cố');
    const params = { incident: id };
    await officer.call(transitionActs.real, { params, body: { to: 'acknowledged' } });
    await officer.call(taskAddActs.real, { params, body: { title: 'Việc', assignee: accountId('staff') } });
    await officer.call(classifyActs.real, { params, body: { serious: { value: true } } });
    const row = await app.kernel.db.read
      .selectFrom('incident')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(row.state)).toEqual(
      foldTicket(await eventsAbout(app.kernel.db.read, `incident:${units.department}`, id)),
    );
    expect(row.next_due_at).toBe(app.clock.now() + 24 * hour);
    expect((await replayCheck(app.kernel.db, app.kernel.projectors)).first).toBeNull();
  });

  describe('regulations', () => {
    test('every clock shows its article and check mark', async () => {
      const app = await givenApp(dialect);
      const user = await app.as('user');
      const { profiles, types } = await user.call(regulationList);
      expect(types).toHaveLength(10);
      for (const { id: profile } of profiles)
        for (const clock of (await user.call(regulationRead, { params: { profile } })).clocks)
          expect(clock.source.checked).not.toBe('gazette');
    });
  });
});
