import { expect, it } from 'vitest';
import { drillRead } from '#api/contract/drill-views.ts';
import {
  drillPeople,
  memberAcceptRules,
  seatGive,
  seatTakeAway,
  teamAddresses,
  teamCreate,
  teamInvite,
  teamJoin,
  teamList,
  teamPasteMembers,
  teamUpdate,
} from '#api/contract/teams.ts';
import { accountId, eachDialect, givenApp } from '#test/given.ts';
import { approve, liveDrill, plannedDrill } from './drill-given.ts';

eachDialect((dialect) => {
  it('shows players their own side by name and their own team in full', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    const params = { drill: drill.id };
    await approve(app, drill);
    const red = await (await app.as('red')).call(teamList, { params });
    expect(JSON.stringify(red)).not.toContain('CANARY');
    expect(red.items).toMatchObject([
      { id: drill.red, details: { targetIds: null, members: [{ accountId: accountId('red'), captain: true }] } },
    ]);
    const blue = await (await app.as('blue')).call(teamList, { params });
    expect(blue.items.map(({ id }) => id)).toEqual([drill.blue]);
    const observer = await (await app.as('observer')).call(teamList, { params });
    expect(observer.items.map(({ details }) => details)).toEqual([null, null]);
    const judge = await (await app.as('judge')).call(teamList, { params });
    expect(judge.items.map(({ details }) => details?.members.length)).toEqual([1, 1]);
    expect((await (await app.as('red')).refused(drillPeople, { params })).code).toBe('forbidden');
    expect((await (await app.as('organiser')).call(drillPeople, { params })).items).toHaveLength(5);
  });

  it('keeps names apart and seats on one side', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    const params = { drill: drill.id };
    const organiser = await app.as('organiser');
    const body = { name: 'ĐỘI  ĐỎ 1', side: 'red' as const, organisationIds: [], targetIds: [] };
    expect((await organiser.refused(teamCreate, { params, body })).code).toBe('team.name_taken');
    const give = (login: string, role: 'red' | 'blue' | 'judge', teamId: string | null) => ({
      params,
      body: { accountId: accountId(login), role, teamId, captain: false },
    });
    expect((await organiser.refused(seatGive, give('judge', 'red', drill.red))).code).toBe('seat.judge_plays');
    expect((await organiser.refused(seatGive, give('red', 'blue', drill.blue))).code).toBe('seat.both_sides');
    expect((await organiser.refused(seatGive, give('blue', 'judge', null))).code).toBe('seat.judge_plays');
    expect((await organiser.refused(seatGive, give('nobody', 'judge', null))).code).toBe('account.unknown');
    const away = { params: { ...params, account: accountId('organiser') }, body: { reason: 'x' } };
    expect((await organiser.refused(seatTakeAway, away)).code).toBe('seat.last_control');
    await organiser.call(teamUpdate, {
      params: { ...params, team: drill.red },
      body: { name: 'Đội Đỏ Một', organisationIds: [], targetIds: [], revision: 0 },
    });
    const late = { name: 'Đội Đỏ Đè', organisationIds: [], targetIds: [], revision: 0 };
    expect((await organiser.refused(teamUpdate, { params: { ...params, team: drill.red }, body: late })).code).toBe(
      'conflict.stale',
    );
  });

  it('lets the captain register sources until the start, and nobody of another team', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    await approve(app, drill);
    const [red, blue] = [await app.as('red'), await app.as('blue')];
    const set = (team: string, addresses: string[]) => ({ params: { drill: drill.id, team }, body: { addresses } });
    await red.call(teamAddresses, set(drill.red, ['203.0.113.7', '2001:db8::/32']));
    expect((await red.refused(teamAddresses, set(drill.blue, ['203.0.113.7']))).code).toBe('not_found');
    expect((await blue.refused(teamAddresses, set(drill.red, []))).code).toBe('not_found');
    expect((await red.refused(teamAddresses, set(drill.red, ['dvc.mau.example']))).code).toBe('request.invalid');
    await (
      await app.as('organiser')
    ).call(seatGive, {
      params: { drill: drill.id },
      body: { accountId: accountId('red2'), role: 'red', teamId: drill.red, captain: false },
    });
    expect((await (await app.as('red2')).refused(teamAddresses, set(drill.red, []))).code).toBe('forbidden');
    const live = await liveDrill(app);
    expect(
      (await red.refused(teamAddresses, { params: { drill: live.id, team: live.red }, body: { addresses: [] } })).code,
    ).toBe('drill.wrong_phase');
  });

  it('invites by a link that is used up, ends, and opens one drill only', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    await approve(app, drill);
    const other = await plannedDrill(app);
    const red = await app.as('red');
    const invite = (uses: number) =>
      red.call(teamInvite, { params: { drill: drill.id, team: drill.red }, body: { uses, days: 1 } });
    const { code } = await invite(1);
    const join = (text: string, id = drill.id) => ({ params: { drill: id }, body: { code: text } });
    const [red2, user] = [await app.as('red2'), await app.as('user')];
    expect((await red2.refused(teamJoin, join(code, other.id))).code).toBe('invitation.invalid');
    expect((await red2.refused(teamJoin, join('not-a-code-at-all'))).code).toBe('invitation.invalid');
    expect((await (await app.as('judge')).refused(teamJoin, join(code))).code).toBe('seat.judge_plays');
    expect(await red2.call(teamJoin, join(code))).toEqual({ teamId: drill.red });
    expect((await red2.call(drillRead, { params: { drill: drill.id } })).me).toMatchObject({
      teamId: drill.red,
      captain: false,
    });
    expect((await user.refused(teamJoin, join(code))).code).toBe('invitation.invalid');
    const late = await invite(1);
    app.clock.pass(24 * 3_600_000 + 1);
    expect((await (await app.visitor()).refused(teamJoin, join(late.code))).code).toBe('session.required');
    const row = await app.kernel.db.read
      .selectFrom('invitation')
      .selectAll()
      .where('drill_id', '=', drill.id)
      .execute();
    expect(JSON.stringify(row)).not.toContain(late.code);
  });

  it('seats a pasted list whole or not at all', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    const organiser = await app.as('organiser');
    const paste = (text: string, dryRun = false) =>
      organiser.call(teamPasteMembers, { params: { drill: drill.id, team: drill.red }, body: { text, dryRun } });
    const people = async () => (await organiser.call(drillPeople, { params: { drill: drill.id } })).items.length;
    const before = await people();
    const wrong = await paste('Dương Xung Kích; red2\nHồ Giám Khảo; judge\nThiếu cột');
    expect(wrong).toMatchObject({
      applied: false,
      faults: [
        { line: 2, code: 'seat.judge_plays' },
        { line: 3, code: 'paste.columns' },
      ],
    });
    const list = 'Dương Xung Kích; RED2\nDương Tấn Công; red\nNgười Mới; nguoi.moi; moi@mau.example';
    const dry = await paste(list, true);
    expect([dry.applied, dry.faults, await people()]).toEqual([false, [], before]);
    const done = await paste(list);
    expect(done.lines.map(({ outcome, code }) => [outcome, code !== null])).toEqual([
      ['seated', false],
      ['already', false],
      ['invited', true],
    ]);
    expect(await people()).toBe(before + 1);
    expect(
      await (
        await app.as('user')
      ).call(teamJoin, { params: { drill: drill.id }, body: { code: done.lines[2]!.code! } }),
    ).toEqual({ teamId: drill.red });
  });

  it('wants the rules accepted by the hash that stands', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    await approve(app, drill);
    const params = { drill: drill.id };
    const red = await app.as('red');
    expect((await red.refused(memberAcceptRules, { params, body: { rulesHash: '0'.repeat(64) } })).code).toBe(
      'conflict.stale',
    );
    const { rulesHash } = await red.call(drillRead, { params });
    await red.call(memberAcceptRules, { params, body: { rulesHash } });
    expect((await red.call(drillRead, { params })).me).toMatchObject({ rulesAccepted: true, pledged: false });
  });
});
