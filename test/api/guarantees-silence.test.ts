import { describe, expect, it } from 'vitest';
import { drillLive } from '#api/board/live.ts';
import {
  claimDecide,
  claimHold,
  claimRequestInfo,
  claimUndoVerification,
  claimVerify,
} from '#api/contract/adjudication.ts';
import { claimDraft, claimSubmit } from '#api/contract/claims.ts';
import { scoreAdjust } from '#api/contract/scores.ts';
import { ticketGrade } from '#api/contract/ticket-grades.ts';
import { drillAnnounce, drillWithdrawAnnouncement, injectDeliver } from '#api/contract/run-sheet.ts';
import { evidenceAttachClaim } from '#api/contract/evidence.ts';
import { actionAddActs, assignActs, commentActs, noteActs, taskAddActs } from '#api/contract/ticket-acts.ts';
import { ticketCreate } from '#api/contract/incidents.ts';
import { workRead } from '#api/contract/work.ts';
import { seatGive, seatTakeAway, teamAddresses, teamInvite } from '#api/contract/teams.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import { hour } from '#test/domain/drill-log.ts';
import { teamFormed } from '#test/drill-events.ts';
import { accountId, eachDialect } from '#test/given.ts';
import { accepted, boardCode, drill, drillStream, givenPlay } from './drill-play.ts';
import type { Play } from './drill-play.ts';
import { addressesOf, png, reads, screen, textOf, upload } from './guarantees-given.ts';
import type { Ids } from './guarantees-given.ts';

// R6 and the silence between the sides: an act of one leaves every byte that the others can get as it was, versions and ETags included.
const of = { params: { drill } };
const own = /"requestId":"[^"]*"/g;
const criterion = Object.keys(suggestedRules.ticket)[0]!;

type Watcher =
  | 'red'
  | 'red2'
  | 'blue'
  | 'blue2'
  | 'observer'
  | 'hall'
  | 'judge'
  | 'staff'
  | 'head'
  | 'officer'
  | 'leader'
  | 'user'
  | 'organiser';
/** Those who play no part in what the teams do. */
const bystanders = ['observer', 'hall', 'staff', 'head', 'officer', 'leader', 'user'] as const;
const audiences: Partial<Record<Watcher, string>> = {
  red: 'red:team-red',
  red2: 'red:team-red2',
  blue: 'blue:team-blue',
  blue2: 'blue:team-blue2',
  observer: 'observer',
  hall: 'public',
  judge: 'judge',
};

async function givenSides(dialect: Parameters<typeof givenPlay>[0], freezeMinutes: number | null = null) {
  const app = await givenPlay(dialect, { freezeMinutes });
  const { sha256 } = await import('#api/kernel/ids.ts');
  await app.given(drillStream, [
    teamFormed('team-blue2', 'blue', { name: 'Đội Bức Tường' }),
    { type: 'drill.board_code_set', subject: null, payload: { codeHash: sha256(boardCode) } },
  ]);
  await app.seat(drill, 'blue2', 'blue', 'team-blue2', true);
  await app.accept(drill, 'blue2');
  const [first, open, asked] = [await app.submit('red'), await app.submit('red2'), await app.submit('red')];
  await app.decide(first);
  await (
    await app.as('control')
  ).call(claimRequestInfo, { params: { drill, claim: asked }, body: { question: 'Ảnh tác động?' } });
  const { id: incident } = await (
    await app.as('blue')
  ).call(ticketCreate, { ...of, body: { title: 'Truy vấn lạ', targetId: 't2' } });
  const ids: Ids = {
    drill: [drill],
    claim: [first, open, asked],
    incident: [incident],
    team: ['team-red', 'team-red2', 'team-blue', 'team-blue2'],
    code: [boardCode],
  };
  return { app, ids, open, asked, incident };
}

/** Everything a watcher can get: every read, with status and ETag, and how often it was told that something changed. */
async function seen(app: Play, ids: Ids, watcher: Watcher): Promise<string[]> {
  const lines = [];
  const client = watcher === 'hall' ? screen(app, boardCode) : await app.as(watcher);
  for (const operation of reads.filter(({ name }) => name !== 'metrics.read'))
    for (const address of addressesOf(operation, ids)) {
      const response = await client.fetch(address);
      lines.push(
        `${watcher} ${address} ${response.status} ${response.headers.get('etag') ?? ''} ${(await textOf(response)).replaceAll(own, '')}`,
      );
    }
  const audience = audiences[watcher];
  if (!audience) return lines;
  const feed = drillLive.feed(drillStream, audience, app.kernel);
  await feed.catchUp();
  return [...lines, `${watcher} live ${JSON.stringify(feed.entries)}`];
}

/** Keeps what the watchers, and the judges, can get; answers later what has changed for some of them. */
async function remember(app: Play, ids: Ids, watchers: readonly Watcher[]) {
  const before = new Map<Watcher, string[]>();
  // Judges first: to export the log signs a statement, which everybody may see.
  for (const watcher of ['judge', ...watchers] as const) before.set(watcher, await seen(app, ids, watcher));
  return async (...some: Watcher[]): Promise<string[]> => {
    const changes: string[] = [];
    for (const watcher of some) {
      const lines = await seen(app, ids, watcher);
      const changed = lines.filter((line, i) => line !== before.get(watcher)?.[i]);
      changes.push(...changed.map((line) => line.split(' ').slice(0, 2).join(' ')));
    }
    return changes;
  };
}

eachDialect((dialect) => {
  describe('nobody else can tell', () => {
    it('that a defence team wrote a ticket, even about a finding just recognised', async () => {
      const { app, ids } = await givenSides(dialect);
      const watchers = ['red', 'red2', 'blue2', ...bystanders] as const;
      const changedFor = await remember(app, ids, watchers);
      const blue = await app.as('blue');
      const { id: incident } = await blue.call(ticketCreate, {
        ...of,
        body: { title: 'Trùng với phát hiện', targetId: 't1' },
      });
      const params = { drill, incident };
      await blue.call(noteActs.drill, { params, body: { text: 'x' } });
      await blue.call(actionAddActs.drill, { params, body: { text: 'x' } });
      await blue.call(taskAddActs.drill, { params, body: { title: 'x' } });
      await blue.call(commentActs.drill, { params, body: { text: 'x' } });
      expect(await changedFor(...watchers)).toEqual([]);
      expect((await changedFor('judge')).length).toBeGreaterThan(0);
      // The next movement of points carries it along: the share of findings detected is the hall's to see.
      await (
        await app.as('control')
      ).call(scoreAdjust, { ...of, body: { teamId: 'team-red', points: 100, rule: 'bonus', reason: 'x' } });
      const board = (await seen(app, ids, 'hall')).find((line) => line.startsWith(`hall /api/board/${boardCode} `));
      expect(board).toContain('"detectedPercent":100');
    });

    it('that an attack team drafted, filled or submitted a finding', async () => {
      const { app, ids } = await givenSides(dialect);
      const watchers = ['red2', 'blue', 'blue2', ...bystanders] as const;
      const changedFor = await remember(app, ids, watchers);
      const red = await app.as('red');
      const { id: claim } = await red.call(claimDraft, {
        ...of,
        body: { title: 'Mới', description: 'x', targetId: 't1' },
      });
      await red.call(evidenceAttachClaim, {
        params: { drill, claim },
        body: { upload: await upload(red, 'x.png', png), kind: 'impact' },
      });
      await red.call(claimSubmit, { params: { drill, claim } });
      await (
        await app.as('control')
      ).call(claimVerify, { params: { drill, claim }, body: { severity: 'high', note: '' } });
      await (await app.as('control')).call(claimUndoVerification, { params: { drill, claim } });
      expect(await changedFor(...watchers)).toEqual([]);
      expect((await changedFor('judge')).length).toBeGreaterThan(0);
    });

    it('that the other side was spoken to, given a situation, or changed its members', async () => {
      const { app, ids } = await givenSides(dialect);
      const watchers = ['red', 'red2', 'hall'] as const;
      const changedFor = await remember(app, ids, watchers);
      const control = await app.as('control');
      const { seq } = await control.call(drillAnnounce, {
        ...of,
        body: { text: 'Riêng đội xanh', audience: 'blue', mustRead: false },
      });
      await control.call(drillWithdrawAnnouncement, { ...of, body: { announcement: seq, reason: 'Nhầm' } });
      await control.call(injectDeliver, {
        ...of,
        body: { injectId: null, title: 'x', text: 'x', teamIds: ['team-blue'] },
      });
      await control.call(teamAddresses, { params: { drill, team: 'team-blue' }, body: { addresses: ['192.0.2.9'] } });
      await control.call(teamInvite, { params: { drill, team: 'team-blue' }, body: { uses: 1, days: 1 } });
      await control.call(seatGive, {
        ...of,
        body: { accountId: accountId('staff'), role: 'blue', teamId: 'team-blue', captain: false },
      });
      await control.call(seatTakeAway, { params: { drill, account: accountId('staff') }, body: { reason: 'x' } });
      expect(await changedFor(...watchers)).toEqual([]);
    });

    it('what judges do behind the freeze', async () => {
      const { app, ids, open, asked, incident } = await givenSides(dialect, 11 * 60);
      app.clock.pass(hour);
      const watchers = ['red', 'red2', 'blue', 'blue2', ...bystanders, 'organiser'] as const;
      const changedFor = await remember(app, ids, watchers);
      const [judge, control] = [await app.as('judge'), await app.as('control2')];
      const decide = (claim: string) =>
        app.given(drillStream, [
          { type: 'claim.decided', subject: claim, payload: { claimId: claim, decision: accepted, supersedes: null } },
        ]);
      await judge.refused(claimHold, { params: { drill, claim: open } });
      await judge.call(claimHold, { params: { drill, claim: asked } }).catch(() => undefined);
      await decide(open);
      await decide(asked);
      await judge.refused(claimDecide, { params: { drill, claim: open }, body: { decision: accepted } });
      await judge.call(ticketGrade, {
        params: { drill, ticket: incident },
        body: { marks: { [criterion]: 90 }, reason: 'x' },
      });
      await app.given(drillStream, [
        {
          type: 'score.adjusted',
          subject: 'team-red',
          payload: { teamId: 'team-red', points: 700, reason: 'x', rule: 'bonus' },
        },
      ]);
      await control.refused(scoreAdjust, {
        ...of,
        body: { teamId: 'team-red', points: 1, rule: 'bonus', reason: 'x' },
      });
      expect(await changedFor(...watchers)).toEqual([]);
      expect((await changedFor('judge')).length).toBeGreaterThan(3);
      // The comparison can fail: the same decisions show once the board is unfrozen.
      await app.given(drillStream, [{ type: 'board.unfrozen', subject: null, payload: { reason: 'x' } }]);
      expect((await changedFor('red', 'hall')).length).toBeGreaterThan(3);
    });
  });

  it('who has left a defence team no longer finds its tickets among his work', async () => {
    const { app, incident } = await givenSides(dialect);
    const [blue, control] = [await app.as('blue'), await app.as('control')];
    await blue.call(assignActs.drill, { params: { drill, incident }, body: { assignee: accountId('blue') } });
    await blue.call(taskAddActs.drill, {
      params: { drill, incident },
      body: { title: 'Việc của đội', assignee: accountId('blue') },
    });
    const found = async () => {
      const { tickets, tasks } = await blue.call(workRead);
      return [tickets.length, tasks.length];
    };
    expect(await found()).toEqual([1, 1]);
    await control.call(seatTakeAway, { params: { drill, account: accountId('blue') }, body: { reason: 'x' } });
    expect(await found()).toEqual([0, 0]);
    await control.call(seatGive, {
      ...of,
      body: { accountId: accountId('blue'), role: 'red', teamId: 'team-red', captain: false },
    });
    expect(await found()).toEqual([0, 0]);
  });
});
