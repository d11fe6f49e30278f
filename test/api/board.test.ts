import { describe, expect, it } from 'vitest';
import { boardFreeze, boardPublic, boardRead, boardReveal, boardSeries, boardUnfreeze } from '#api/contract/board.ts';
import { claimHold, claimRequestInfo } from '#api/contract/adjudication.ts';
import { scoreAdjust } from '#api/contract/scores.ts';
import { boardCodeCreate } from '#api/contract/board-code.ts';
import { drillAnnounce } from '#api/contract/run-sheet.ts';
import { commentActs } from '#api/contract/ticket-acts.ts';
import { ticketCreate } from '#api/contract/incidents.ts';
import { hour } from '#test/domain/drill-log.ts';
import { eachDialect } from '#test/given.ts';
import { accepted, drill, drillStream, givenPlay } from './drill-play.ts';
import type { Play } from './drill-play.ts';

const of = { params: { drill } };
const bytes = async (app: Play, login: 'red' | 'blue' | 'observer' | 'judge', path: string) =>
  (await (await app.as(login)).fetch(`/api${path}`)).text();

/** Ids are random; everything else must be the same. */
const ids = /"requestId":"[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** What everyone but control and judges can get of the scores. */
async function everythingPublic(app: Play): Promise<string[]> {
  const members = ['', '/board', '/board/series', '/teams', '/checkpoints', '/log/head', '/log', '/results', '/replay'];
  const own = {
    red: ['/claims', '/teams/team-red/score'],
    blue: ['/tickets', '/grades', '/teams/team-blue/score'],
    observer: [],
  };
  const answers = [];
  for (const login of ['red', 'blue', 'observer'] as const)
    for (const path of [...members, ...own[login]])
      answers.push(`${login} ${path} ${(await bytes(app, login, `/drills/${drill}${path}`)).replaceAll(ids, '')}`);
  return answers;
}

eachDialect((dialect) => {
  describe('the board', () => {
    it('ranks both sides with the names of their organisations', async () => {
      const app = await givenPlay(dialect, { rules: { firstBloodPercent: 5 } });
      await app.decide(await app.submit('red'));
      const board = await (await app.as('observer')).call(boardRead, of);
      expect(board).toMatchObject({
        mode: 'drill',
        status: 'live',
        freeze: { at: null, frozen: false },
        totals: { recognised: 1, detectedPercent: 0 },
        rulesOrigin: 'suggested',
      });
      expect(board.clock).toMatchObject({
        running: true,
        elapsedMs: board.serverTime - (app.clock.now() - board.clock.elapsedMs),
        durationMs: 12 * hour,
      });
      expect(board.rows.map((row) => [row.side, row.rank, row.name, row.points, row.organisations[0]])).toEqual([
        ['red', 1, 'Đội Sao Khuê', 6_300, 'Công ty Cung cấp Mẫu'],
        ['red', 2, 'Đội Bình Minh', 0, 'Công an tỉnh (mẫu)'],
        ['blue', 1, 'Đội Lá Chắn', 0, 'Sở Khoa học và Công nghệ (mẫu)'],
      ]);
      expect(board.feed.map((line) => [line.rule, line.points, line.severity])).toEqual([
        ['first_blood', 300, null],
        ['claim', 6_000, 'high'],
      ]);
      expect(JSON.stringify(board)).not.toContain('SQL injection');
    });

    it('opens to whoever holds its code, and to no other', async () => {
      const app = await givenPlay(dialect);
      const { code } = await (await app.as('control')).call(boardCodeCreate, of);
      const hall = app.visitor();
      const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
      expect(await hall.call(boardPublic, { params: { code: typed } })).toMatchObject({ name: 'Diễn tập mẫu' });
      expect((await hall.refused(boardPublic, { params: { code: 'WRONGONE' } })).code).toBe('not_found');
      expect((await hall.refused(boardRead, of)).code).toBe('session.required');
    });

    it('tells nobody but control and judges that a finding was submitted', async () => {
      const app = await givenPlay(dialect);
      const others = async () => (await everythingPublic(app)).filter((answer) => !answer.startsWith('red /claims'));
      const before = await others();
      await app.submit('red');
      app.clock.pass(-1_000);
      expect(await others()).toEqual(before);
    });

    it('is shown to organisers and leaders without a seat as to the hall, to others not at all', async () => {
      const app = await givenPlay(dialect);
      await (await app.as('leader')).call(boardRead, of);
      expect((await (await app.as('officer')).refused(boardRead, of)).code).toBe('not_found');
    });
  });

  describe('the freeze', () => {
    it('is the same to the byte whatever judges do behind it', async () => {
      const run = async (late: (app: Play, claim: string) => Promise<void>) => {
        const app = await givenPlay(dialect, { freezeMinutes: 11 * 60 });
        await app.decide(await app.submit('red'));
        const open = await app.submit('red2');
        const blue = await app.as('blue');
        const { id: incident } = await blue.call(ticketCreate, { params: { drill }, body: { title: 'Truy vấn lạ' } });
        app.clock.pass(hour);
        await late(app, open);
        app.clock.pass(60_000);
        await blue.call(commentActs.drill, { params: { drill, incident }, body: { text: 'Đã chặn địa chỉ' } });
        const ticket = await (await blue.fetch(`/api/drills/${drill}/tickets/${incident}`)).text();
        app.clock.set(Date.UTC(2026, 10, 16, 3));
        await (
          await app.as('control')
        ).call(drillAnnounce, { ...of, body: { text: 'Còn ít phút', audience: 'everyone', mustRead: false } });
        expect(ticket).toContain('Đã chặn địa chỉ');
        return [...(await everythingPublic(app)), ticket.replaceAll(ids, '')];
      };
      const idle = await run(async () => {});
      const busy = await run(async (app, claim) => {
        const decision = { ...accepted, severity: 'critical' as const };
        await (await app.as('judge2')).refused(claimHold, { params: { drill, claim } });
        await (await app.as('control')).call(claimRequestInfo, { params: { drill, claim }, body: { question: '?' } });
        await app.given(
          drillStream,
          [{ type: 'claim.decided', subject: claim, payload: { claimId: claim, decision, supersedes: null } }],
          'judge',
        );
        await (
          await app.as('control')
        ).call(scoreAdjust, { ...of, body: { teamId: 'team-red', points: 500, rule: 'bonus', reason: 'x' } });
      });
      expect(busy).toEqual(idle);
      expect(idle.find((answer) => answer.startsWith('red /board '))).toContain('"frozen":true');
    });

    it('is lifted team by team, then whole; control and judges see through it', async () => {
      const app = await givenPlay(dialect, { freezeMinutes: 11 * 60 });
      const control = await app.as('control');
      const claim = await app.submit('red');
      app.clock.pass(hour);
      await app.decide(claim);
      const points = async (login: 'judge' | 'observer') =>
        (await (await app.as(login)).call(boardRead, of)).rows.map((row) => row.points);
      expect([await points('judge'), await points('observer')]).toEqual([
        [6_000, 0, 0],
        [0, 0, 0],
      ]);
      await app.given(drillStream, [{ type: 'drill.ended', subject: null, payload: { reason: 'x' } }]);
      app.clock.pass(1_000);
      expect((await control.refused(boardUnfreeze, { ...of, body: { reason: 'x' } })).code).toBe('session.step_up');
      const fresh = await freshControl(app);
      expect(await fresh.call(boardReveal, { ...of, body: {} })).toEqual({ teamId: 'team-red', left: 2 });
      app.clock.pass(1_000);
      expect(await points('observer')).toEqual([6_000, 0, 0]);
      await fresh.call(boardUnfreeze, { ...of, body: { reason: 'x' } });
      expect((await fresh.refused(boardUnfreeze, { ...of, body: { reason: 'x' } })).code).toBe('board.not_frozen');
      expect((await fresh.refused(boardFreeze, { ...of, body: { reason: 'x' } })).code).toBe('board.already_frozen');
    });
  });

  it('lines of points over drill time', async () => {
    const app = await givenPlay(dialect);
    await app.decide(await app.submit('red'));
    const { lines } = await (await app.as('blue')).call(boardSeries, of);
    expect(lines[0]).toMatchObject({
      name: 'Đội Sao Khuê',
      steps: [
        { elapsedMs: 0, points: 0 },
        { elapsedMs: 62_000, points: 6_000 },
      ],
    });
  });
});

async function freshControl(app: Play) {
  await app.seat(drill, 'control2', 'control');
  return app.as('control2');
}
