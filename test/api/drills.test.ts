import { expect, it } from 'vitest';
import type { z } from 'zod';
import { boardCodeCreate, boardCodeRead } from '#api/contract/board-code.ts';
import { boardPublic } from '#api/contract/board.ts';
import { drillCreate, drillSetRules, drillUpdate, targetAdd } from '#api/contract/drill-plan.ts';
import {
  drillEnd,
  drillExtend,
  drillOpenJudging,
  drillPause,
  drillPrepare,
  drillResume,
  drillStart,
  drillUndoExtension,
} from '#api/contract/drill-life.ts';
import { drillList, drillRead } from '#api/contract/drill-views.ts';
import { injectDeliver } from '#api/contract/run-sheet.ts';
import { gateOverride, gateRead } from '#api/contract/gate.ts';
import { seatTakeAway } from '#api/contract/teams.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import { findDrillByBoardCode } from '#api/drills/board-code.ts';
import { replayCheck } from '#api/log/replay.ts';
import { accountId, eachDialect, givenApp, units } from '#test/given.ts';
import type { App } from '#test/given.ts';
import { start } from '#test/clock.ts';
import { announceTo, approve, completeGate, hour, liveDrill, plannedDrill, scenarioId } from './drill-given.ts';

const reason = 'Theo kế hoạch';
const status = async (app: App, drill: string) =>
  (await (await app.as('organiser')).call(drillRead, { params: { drill } })).status;

eachDialect((dialect) => {
  it('makes a drill of a scenario, and fits its phases into other hours', async () => {
    const app = await givenApp(dialect);
    const organiser = await app.as('organiser');
    const body = {
      name: 'Diễn tập rút gọn',
      hostOrganisationId: units.province,
      scenarioId,
      startsAt: start,
      endsAt: start + 4 * hour,
    };
    const { id } = await organiser.call(drillCreate, { body });
    const view = await organiser.call(drillRead, { params: { drill: id } });
    expect(view).toMatchObject({
      status: 'draft',
      audience: 'control',
      theme: 'Tấn công mạng thực chiến vào hệ thống thông tin ứng dụng sở, ngành',
    });
    expect(view.phases.map(({ startsAfterMs, durationMs }) => startsAfterMs + durationMs)).toEqual([
      hour / 4,
      3.5 * hour,
      4 * hour,
    ]);
    expect(view.scoring.origin).toBe('suggested');
    expect(view.rulesText).toContain('DỪNG DIỄN TẬP');
    expect((await organiser.call(drillList, { query: { search: 'RUT GON' } })).items.map((row) => row.id)).toEqual([
      id,
    ]);
  });

  it('refuses times, hosts and scenarios that do not exist', async () => {
    const app = await givenApp(dialect);
    const organiser = await app.as('organiser');
    const body = { name: 'x', hostOrganisationId: units.province, scenarioId, startsAt: start };
    expect((await organiser.refused(drillCreate, { body: { ...body, endsAt: start - 1 } })).code).toBe('drill.times');
    expect((await organiser.refused(drillCreate, { body: { ...body, hostOrganisationId: 'nowhere' } })).code).toBe(
      'drill.host',
    );
    expect((await organiser.refused(drillCreate, { body: { ...body, scenarioId: 'khong-co' } })).code).toBe(
      'drill.scenario',
    );
    expect((await (await app.as('officer')).refused(drillCreate, { body })).code).toBe('forbidden');
  });

  it('lives from draft to judging through the gate, and logs the refused start', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    const params = { drill: drill.id };
    const organiser = await app.as('organiser');
    expect((await organiser.refused(drillStart, { params })).code).toBe('drill.wrong_phase');
    await approve(app, drill);
    await organiser.call(drillPrepare, { params });
    const refused = await organiser.call(drillStart, { params });
    expect(refused).toMatchObject({ started: false, code: 'gate.incomplete' });
    expect(refused.missing).toContain(`target_consent:${drill.target}`);
    const logged = await app.kernel.db.read
      .selectFrom('event')
      .select('type')
      .where('stream', '=', `drill:${drill.id}`)
      .where('type', '=', 'drill.start_refused')
      .execute();
    expect(logged).toHaveLength(1);
    await completeGate(app, drill);
    expect((await organiser.call(gateRead, { params })).ready).toBe(true);
    expect(await organiser.call(drillStart, { params })).toEqual({ started: true, code: null, missing: [] });
    await organiser.call(drillPause, { params, body: { reason } });
    expect(await status(app, drill.id)).toBe('paused');
    await organiser.call(drillResume, { params, body: { reason } });
    expect(
      (await organiser.refused(drillUpdate, { params, body: planOf(await organiser.call(drillRead, { params })) }))
        .code,
    ).toBe('drill.wrong_phase');
    expect((await organiser.refused(drillSetRules, { params, body: tableOf() })).code).toBe('drill.wrong_phase');
    await organiser.call(drillEnd, { params, body: { reason } });
    await organiser.call(drillOpenJudging, { params });
    expect(await status(app, drill.id)).toBe('judging');
    expect(
      (
        await app.kernel.db.read
          .selectFrom('drill')
          .select('status')
          .where('id', '=', drill.id)
          .executeTakeFirstOrThrow()
      ).status,
    ).toBe('judging');
  });

  it('waives on a fresh proof of identity only, and never the consent of an owner', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    const params = { drill: drill.id };
    const organiser = await app.as('organiser');
    const override = (item: 'rollback_plan' | 'target_consent', targetId: string | null) => ({
      params,
      body: { item, targetId, reason: 'Đã có bản giấy' },
    });
    await organiser.call(gateOverride, override('rollback_plan', null));
    expect((await organiser.refused(gateOverride, override('target_consent', drill.target))).code).toBe(
      'gate.not_overridable',
    );
    app.clock.pass(11 * 60_000);
    expect((await organiser.refused(gateOverride, override('rollback_plan', null))).code).toBe('session.step_up');
    const { lines } = await organiser.call(gateRead, { params });
    expect(lines.find(({ item }) => item === 'rollback_plan')).toMatchObject({
      status: 'overridden',
      record: { by: accountId('organiser') },
    });
  });

  it('freezes and ends by the clock, pauses left out, and asks for checkpoints', async () => {
    const app = await givenApp(dialect);
    const { id } = await liveDrill(app);
    const params = { drill: id };
    const organiser = await app.as('organiser');
    app.clock.pass(hour);
    await organiser.call(drillPause, { params, body: { reason } });
    app.clock.pass(5 * hour);
    await app.jobs.runDue();
    const again = await app.as('organiser');
    await again.call(drillResume, { params, body: { reason } });
    await again.call(drillExtend, { params, body: { minutes: 60, reason } });
    await app.jobs.runDue();
    app.clock.pass(6.5 * hour - 1000);
    await app.jobs.runDue();
    expect((await again.call(drillRead, { params })).clock.frozenSince).toBeNull();
    app.clock.pass(1000);
    await app.jobs.runDue();
    expect(await again.call(drillRead, { params })).toMatchObject({
      status: 'live',
      clock: { frozenSince: app.clock.now() },
    });
    app.clock.pass(1.5 * hour + 60_000);
    await app.jobs.runDue();
    await app.jobs.runDue();
    expect(await again.call(drillRead, { params })).toMatchObject({
      status: 'ended',
      clock: { elapsedMs: 9 * hour, running: false },
    });
    const types = await app.kernel.db.read
      .selectFrom('event')
      .select('type')
      .where('stream', '=', `drill:${id}`)
      .where('actor', '=', 'system')
      .orderBy('seq')
      .execute();
    expect(types.map(({ type }) => type)).toEqual(['board.frozen', 'drill.ended']);
    const reasons = await app.kernel.db.read
      .selectFrom('checkpoint')
      .select('reason')
      .where('stream', '=', `drill:${id}`)
      .orderBy('seq')
      .execute();
    expect(reasons.map((row) => row.reason)).toEqual(expect.arrayContaining(['freeze', 'end']));
  });

  it('shows each side what is its own, and the targets when it is time', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app, { revealTargetsAt: start + 2 * hour });
    const params = { drill: drill.id };
    const [red, blue, observer, stranger] = [
      await app.as('red'),
      await app.as('blue'),
      await app.as('observer'),
      await app.as('user'),
    ];
    for (const player of [red, blue, observer]) {
      expect((await player.refused(drillRead, { params })).code).toBe('not_found');
      expect((await player.call(drillList)).items).toEqual([]);
    }
    await approve(app, drill);
    await announceTo(app, drill.id, 'blue', 'CANARY-to-blue');
    await announceTo(app, drill.id, 'everyone', 'Chào các đội');
    const seen = await red.call(drillRead, { params });
    expect(JSON.stringify(seen)).not.toContain('CANARY');
    expect(JSON.stringify(seen)).not.toContain(scenarioId);
    expect(seen).toMatchObject({
      audience: 'red',
      targets: { count: 1, revealAt: start + 2 * hour, items: null },
      me: { teamId: drill.red, captain: true },
    });
    expect((await blue.call(drillRead, { params })).announcements.map(({ text }) => text)).toEqual([
      'CANARY-to-blue',
      'Chào các đội',
    ]);
    const watched = await observer.call(drillRead, { params });
    expect(JSON.stringify(watched)).not.toContain('CANARY');
    expect(watched).toMatchObject({ audience: 'observer', scenarioId: null, targets: { count: 1, items: null } });
    expect((await observer.refused(gateRead, { params })).code).toBe('forbidden');
    app.clock.set(start + 2 * hour);
    for (const player of [red, observer])
      expect((await player.call(drillRead, { params })).targets.items).toHaveLength(1);
    expect((await red.call(drillList)).items).toMatchObject([{ seats: ['red'], scenarioId: null }]);
    expect((await stranger.refused(drillRead, { params })).code).toBe('not_found');
    expect((await app.visitor().refused(drillRead, { params })).code).toBe('session.required');
  });

  it('lets who answers for the host read the plan he approves, and nothing said to one side', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app, { revealTargetsAt: start + 2 * hour });
    const params = { drill: drill.id };
    const leader = await app.as('leader');
    expect(await leader.call(drillRead, { params })).toMatchObject({
      scenarioId,
      targets: { count: 1, revealAt: start + 2 * hour },
    });
    expect((await leader.call(drillRead, { params })).targets.items).toMatchObject([{ name: 'CANARY-target' }]);
    await approve(app, drill);
    await announceTo(app, drill.id, 'blue', 'Riêng một bên');
    await announceTo(app, drill.id, 'everyone', 'Chào các đội');
    expect((await leader.call(drillRead, { params })).announcements.map(({ text }) => text)).toEqual(['Chào các đội']);
  });

  it('hands injects to the teams chosen and no other', async () => {
    const app = await givenApp(dialect);
    const drill = await liveDrill(app);
    const params = { drill: drill.id };
    const organiser = await app.as('organiser');
    await organiser.call(injectDeliver, { params, body: { injectId: 'bao-chi-hoi', teamIds: [drill.blue] } });
    const body = { injectId: null, title: 'Ngoài kịch bản', text: 'Mất điện', teamIds: [drill.blue] };
    await organiser.call(injectDeliver, { params, body });
    expect(
      (await organiser.refused(injectDeliver, { params, body: { injectId: 'khong-co', teamIds: [drill.blue] } })).code,
    ).toBe('inject.unknown');
    const blue = await (await app.as('blue')).call(drillRead, { params });
    expect(blue.injects.map(({ title }) => title)).toEqual([
      'Phóng viên hỏi về việc cổng thông tin truy cập chậm',
      'Ngoài kịch bản',
    ]);
    expect((await (await app.as('red')).call(drillRead, { params })).injects).toEqual([]);
  });

  it('sets the point table before the start, and marks it as edited', async () => {
    const app = await givenApp(dialect);
    const { id } = await plannedDrill(app);
    const params = { drill: id };
    const organiser = await app.as('organiser');
    const { version: replaces } = (await organiser.call(drillRead, { params })).scoring;
    const { version } = await organiser.call(drillSetRules, {
      params,
      body: { ...tableOf(), replaces, extraImpactPercent: 20 },
    });
    expect((await organiser.refused(drillSetRules, { params, body: { ...tableOf(), replaces } })).code).toBe(
      'conflict.stale',
    );
    expect((await organiser.call(drillRead, { params })).scoring).toMatchObject({
      version,
      origin: 'edited',
      extraImpactPercent: 20,
    });
    const wrong = await organiser.refused(drillSetRules, { params, body: { ...tableOf(), extraImpactPercent: 101 } });
    expect([wrong.code, wrong.issues[0]?.path]).toEqual(['request.invalid', ['extraImpactPercent']]);
  });

  it('opens the hall board by a code that can be read again and changed', async () => {
    const app = await givenApp(dialect);
    const { id } = await plannedDrill(app);
    const params = { drill: id };
    const organiser = await app.as('organiser');
    const first = await organiser.call(boardCodeCreate, { params });
    expect(first.code).toMatch(/^[A-HJKMNP-TV-Z2-9]{8}$/);
    expect(await organiser.call(boardCodeRead, { params })).toEqual(first);
    const typed = `${first.code.slice(0, 4).toLowerCase()}-${first.code.slice(4)}`;
    expect(await findDrillByBoardCode(app.kernel, typed)).toBe(id);
    const second = await organiser.call(boardCodeCreate, { params });
    expect(await findDrillByBoardCode(app.kernel, first.code)).toBeNull();
    expect(await findDrillByBoardCode(app.kernel, second.code)).toBe(id);
    const log = await app.kernel.db.read
      .selectFrom('event')
      .select('payload')
      .where('stream', '=', `drill:${id}`)
      .execute();
    expect(JSON.stringify(log)).not.toContain(second.code);
    expect((await (await app.as('judge')).refused(boardCodeRead, { params })).code).toBe('forbidden');
  });

  it('closes at once to whoever lost the seat', async () => {
    const app = await givenApp(dialect);
    const drill = await liveDrill(app);
    const params = { drill: drill.id };
    const red = await app.as('red');
    await red.call(drillRead, { params });
    await (
      await app.as('organiser')
    ).call(seatTakeAway, { params: { ...params, account: accountId('red') }, body: { reason: 'Vi phạm Nội quy' } });
    expect((await red.refused(drillRead, { params })).code).toBe('not_found');
  });

  it('keeps drills of other hosts from organisers of one unit', async () => {
    const app = await givenApp(dialect);
    const { id } = await plannedDrill(app);
    await app.given('system', [
      {
        type: 'role.granted',
        subject: accountId('user'),
        payload: { accountId: accountId('user'), role: 'organiser', organisationId: units.commune },
      },
    ]);
    const other = await app.as('user');
    expect((await other.call(drillList)).items).toEqual([]);
    expect((await other.refused(drillRead, { params: { drill: id } })).code).toBe('not_found');
    const body = { systemId: null, name: 'x', ownerOrganisationId: null, scope: [], level: null };
    expect((await other.refused(targetAdd, { params: { drill: id }, body })).code).toBe('not_found');
    expect((await (await app.as('leader')).call(drillList)).items.map((row) => row.id)).toEqual([id]);
  });

  it('ends when it would have, once an extension was undone, on every clock', async () => {
    const app = await givenApp(dialect);
    const { id } = await liveDrill(app);
    const params = { drill: id };
    const [organiser, red] = [await app.as('organiser'), await app.as('red')];
    const { code } = await organiser.call(boardCodeCreate, { params });
    const ends = async () => [
      (await red.call(drillRead, { params })).clock.endsAt,
      (await app.visitor().call(boardPublic, { params: { code } })).clock.endsAt,
      (await organiser.call(drillList)).items[0]?.endsAt,
    ];
    const undo = (extension: number) => ({ params, body: { extension, reason } });
    const before = await ends();
    const extend = (minutes: number) => organiser.call(drillExtend, { params, body: { minutes, reason } });
    const [first, second] = [await extend(60), await extend(120)];
    await app.jobs.runDue();
    expect(await ends()).toEqual(before.map((at) => (at ?? 0) + 3 * hour));
    expect((await organiser.call(drillRead, { params })).extension).toMatchObject({ ...second, byMs: 2 * hour });
    expect((await red.call(drillRead, { params })).extension).toBeNull();
    expect((await organiser.refused(drillUndoExtension, undo(first.seq))).code).toBe('drill.extension_followed');
    await organiser.call(drillUndoExtension, undo(second.seq));
    expect((await organiser.refused(drillUndoExtension, undo(second.seq))).code).toBe('conflict.stale');
    await organiser.call(drillUndoExtension, undo(first.seq));
    expect(await ends()).toEqual(before);
    // The clock's job had gone to sleep until the later end.
    app.clock.pass(5 * hour);
    expect(await status(app, id)).toBe('live');
    app.clock.pass(3 * hour);
    await app.jobs.runDue();
    expect(await status(app, id)).toBe('ended');
  });

  it('does not end before now: an extension stays once the end it had moved has passed', async () => {
    const app = await givenApp(dialect);
    const { id } = await liveDrill(app);
    const params = { drill: id };
    const organiser = await app.as('organiser');
    const { clock } = await organiser.call(drillRead, { params });
    const { seq: extension } = await organiser.call(drillExtend, { params, body: { minutes: 60, reason } });
    app.clock.pass(clock.remainingMs / 2);
    expect((await organiser.call(drillRead, { params })).extension).not.toBeNull();
    app.clock.pass(clock.remainingMs / 2);
    expect((await organiser.call(drillRead, { params })).extension).toBeNull();
    expect((await organiser.refused(drillUndoExtension, { params, body: { extension, reason } })).code).toBe(
      'drill.extension_passed',
    );
  });

  it('is rebuilt row by row from the log alone', async () => {
    const app = await givenApp(dialect);
    const drill = await liveDrill(app);
    const params = { drill: drill.id };
    const organiser = await app.as('organiser');
    await organiser.call(drillExtend, { params, body: { minutes: 30, reason } });
    const { seq: extension } = await organiser.call(drillExtend, { params, body: { minutes: 60, reason } });
    await organiser.call(drillUndoExtension, { params, body: { extension, reason } });
    await organiser.call(boardCodeCreate, { params });
    await organiser.call(seatTakeAway, { params: { ...params, account: accountId('observer') }, body: { reason } });
    await organiser.call(drillEnd, { params, body: { reason } });
    const { first, tables } = await replayCheck(app.kernel.db, app.kernel.projectors);
    expect(first).toBeNull();
    expect(tables).toEqual(
      expect.arrayContaining([
        { name: 'drill', rows: 1 },
        { name: 'drill_target', rows: 1 },
        { name: 'drill_seat', rows: 4 },
      ]),
    );
  });

  it('pages through a list without gaps', async () => {
    const app = await givenApp(dialect);
    const organiser = await app.as('organiser');
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      const body = {
        name: `Diễn tập ${i}`,
        hostOrganisationId: units.province,
        scenarioId,
        startsAt: start + Math.floor(i / 2) * hour,
      };
      ids.push((await organiser.call(drillCreate, { body })).id);
    }
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { items, next } = await organiser.call(drillList, { query: { limit: 2, after } });
      seen.push(...items.map((row) => row.id));
      if (next === null) break;
      after = next;
    }
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen).toHaveLength(5);
  });
});

function tableOf() {
  const { version: _, origin: __, ...table } = suggestedRules;
  return { ...table, replaces: suggestedRules.version };
}

function planOf(view: z.output<typeof drillRead.output>) {
  const { name, theme, startsAt, endsAt, freezeMinutes, rulesText, objectives, emergencyContact, phases } = view;
  const { revision } = view;
  return { name, theme, startsAt, endsAt, freezeMinutes, rulesText, objectives, emergencyContact, phases, revision };
}
