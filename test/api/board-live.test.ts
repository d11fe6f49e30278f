import { expect, it } from 'vitest';
import { drillLive } from '#api/board/live.ts';
import { claimRequestInfo } from '#api/contract/adjudication.ts';
import { drillAnnounce } from '#api/contract/run-sheet.ts';
import { hour } from '#test/domain/drill-log.ts';
import { eachDialect } from '#test/given.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';
import type { Play } from './drill-play.ts';

/** What an audience has been told since the drill started. */
async function heard(app: Play, audience: string): Promise<string[]> {
  const feed = drillLive.feed(drillStream, audience, app.kernel);
  await feed.catchUp();
  return feed.entries.map((entry) => entry.topics.join(' '));
}

eachDialect((dialect) => {
  it('tells each audience of what it may know, and not even that there was more', async () => {
    const app = await givenPlay(dialect, { freezeMinutes: 11 * 60 });
    const audiences = ['control', 'red:team-red', 'red:team-red2', 'blue:team-blue', 'public'];
    const before = new Map(
      await Promise.all(audiences.map(async (audience) => [audience, (await heard(app, audience)).length] as const)),
    );
    const since = async () =>
      Promise.all(
        audiences.map(async (audience) => (await heard(app, audience)).slice(before.get(audience)).join(', ')),
      );
    const claim = await app.submit('red');
    expect(await since()).toEqual(['claims log, claims log', 'claims, claims', '', '', '']);
    await app.decide(claim);
    expect((await since()).map((said) => said.split(', ').at(-1))).toEqual([
      'claims board log',
      'claims board',
      'board',
      'board',
      'board',
    ]);
    app.clock.pass(hour);
    const [red, hall] = [await heard(app, 'red:team-red'), await heard(app, 'public')];
    const late = await app.submit('red2');
    await app.given(drillStream, [
      {
        type: 'score.adjusted',
        subject: 'team-red',
        payload: { teamId: 'team-red', points: 1, reason: 'x', rule: 'bonus' },
      },
    ]);
    expect([await heard(app, 'red:team-red'), await heard(app, 'public')]).toEqual([red, hall]);
    await (await app.as('control')).call(claimRequestInfo, { params: { drill, claim: late }, body: { question: '?' } });
    expect((await heard(app, 'red:team-red2')).at(-1)).toBe('claims');
    await (
      await app.as('control')
    ).call(drillAnnounce, { params: { drill }, body: { text: 'x', audience: 'everyone', mustRead: false } });
    expect(await heard(app, 'public')).toEqual([...hall, 'announcements']);
    await app.given(drillStream, [{ type: 'board.unfrozen', subject: null, payload: { reason: 'x' } }]);
    const last = async (audience: string) => (await heard(app, audience)).at(-1);
    expect([await last('public'), await last('red:team-red'), await last('blue:team-blue')]).toEqual([
      'board drill',
      'board claims drill',
      'board tickets drill',
    ]);
  });

  it('is open to members of the drill, to whoever oversees its host and to screens that hold its code', async () => {
    const app = await givenPlay(dialect);
    const { anonymous } = await import('#api/domain/actor.ts');
    const ask = (actor: Partial<typeof anonymous>) =>
      drillLive.audience({ ...anonymous, ...actor }, drillStream, app.kernel);
    expect(await ask({ kind: 'kiosk', kioskDrillId: drill })).toBe('public');
    expect(await ask({})).toBeUndefined();
    expect(
      await ask({ kind: 'user', seats: [{ drillId: drill, role: 'red', teamId: 'team-red', captain: false }] }),
    ).toBe('red:team-red');
    const grants = (role: 'leader' | 'officer') => [{ role, organisationId: '*' }];
    expect(await ask({ kind: 'user', id: 'x', grants: grants('leader') })).toBe('observer');
    expect(await ask({ kind: 'user', id: 'x', grants: grants('officer') })).toBeUndefined();
  });
});
