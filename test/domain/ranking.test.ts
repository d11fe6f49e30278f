import { describe, expect, test } from 'vitest';
import type { ScoringRules } from '#api/domain/drill/claim.ts';
import { boardRows, happenings } from '#api/domain/drill/board.ts';
import { ranking } from '#api/domain/drill/ranking.ts';
import { rankDeltas, replayAt, series } from '#api/domain/drill/series.ts';
import type { DrillState } from '#api/domain/drill/state.ts';
import { accept, hour, liveDrill, minute, start, submitted } from './drill-log.ts';

/** Four teams with the given scores under the given tie rules. */
function scored(
  ties: ScoringRules['ties'],
  scores: Record<string, { points: number; critical?: number; high?: number; first?: number; last?: number }>,
): DrillState {
  const state = liveDrill({ rules: { ties }, reds: Object.keys(scores) }).state();
  for (const [teamId, { points, critical = 0, high = 0, first, last }] of Object.entries(scores)) {
    const score = state.scores.get(teamId)!;
    Object.assign(score, { points, earliestCriticalAt: first ?? null, lastScoreAt: last ?? null });
    Object.assign(score.counts, { critical, high });
  }
  return state;
}
const places = (state: DrillState) => ranking(state, 'red').map((row) => [row.rank, row.team.id]);

describe('ranking', () => {
  test('equal in everything share a rank: 1, 2, 2, 4', () => {
    const state = scored(['critical_count'], {
      a: { points: 30 },
      b: { points: 20 },
      c: { points: 20 },
      d: { points: 10 },
    });
    expect(places(state)).toEqual([
      [1, 'a'],
      [2, 'b'],
      [2, 'c'],
      [4, 'd'],
    ]);
    expect(ranking(state, 'red').map((row) => row.tie?.code ?? null)).toEqual([null, 'shared', 'shared', null]);
  });

  test('tie rules are tried in their order and named with both values', () => {
    const state = scored(['critical_count', 'earliest_critical'], {
      a: { points: 20, critical: 1, first: start + hour },
      b: { points: 20, critical: 2, first: start + 2 * hour },
      c: { points: 20, critical: 1, first: start },
    });
    expect(places(state)).toEqual([
      [1, 'b'],
      [2, 'c'],
      [3, 'a'],
    ]);
    expect(ranking(state, 'red').map((row) => row.tie)).toEqual([
      { code: 'critical_count', params: { points: 20, team: 'Đội c', own: 2, theirs: 1 } },
      { code: 'critical_count', params: { points: 20, team: 'Đội b', own: 1, theirs: 2 } },
      { code: 'earliest_critical', params: { points: 20, team: 'Đội c', own: start + hour, theirs: start } },
    ]);
  });

  test('more high findings, then the earlier last score; never counts as latest and is shown as −1', () => {
    const state = scored(['high_count', 'earliest_last_score'], {
      a: { points: 20, high: 1, last: start + 2 },
      b: { points: 20, high: 2 },
      c: { points: 20, high: 1, last: start + 1 },
      d: { points: 20, high: 1 },
    });
    expect(places(state).map(([, id]) => id)).toEqual(['b', 'c', 'a', 'd']);
    const values = ranking(state, 'red').map(({ tie, shared }) => [
      tie?.code,
      tie?.params.own,
      tie?.params.theirs,
      shared,
    ]);
    expect(values).toEqual([
      ['high_count', 2, 1, false],
      ['high_count', 1, 2, false],
      ['earliest_last_score', start + 2, start + 1, false],
      ['earliest_last_score', -1, start + 2, false],
    ]);
  });

  test('the first critical finding that never came is shown as −1', () => {
    const state = scored(['earliest_critical'], { a: { points: 5 }, b: { points: 5, first: start, last: start + 9 } });
    expect(ranking(state, 'red').map(({ tie }) => [tie?.params.own, tie?.params.theirs])).toEqual([
      [start, -1],
      [-1, start],
    ]);
  });

  test('those who share a rank say so with their points, on both sides', () => {
    const state = scored([], { a: { points: 7 }, b: { points: 7 }, c: { points: 3 } });
    const shared = { code: 'shared', params: { points: 7 } };
    expect(ranking(state, 'red').map((row) => [row.shared, row.tie])).toEqual([
      [true, shared],
      [true, shared],
      [false, null],
    ]);
  });

  test('a team without any stands after one with', () => {
    expect(places(scored(['earliest_critical'], { a: { points: 5 }, b: { points: 5, first: start } }))).toEqual([
      [1, 'b'],
      [2, 'a'],
    ]);
  });

  test('those who share are listed in Vietnamese order, whatever the order of joining', () => {
    const log = liveDrill({ reds: ['Vĩnh', 'Đà', 'Cà'] });
    expect(places(log.state()).map(([, id]) => id)).toEqual(['Cà', 'Đà', 'Vĩnh']);
  });

  test('attack and defence are ranked apart', () => {
    const rows = boardRows(liveDrill({ blues: ['blue-1', 'blue-2'] }).state());
    expect(rows.map((row) => [row.side, row.rank])).toEqual([
      ['red', 1],
      ['red', 1],
      ['red', 1],
      ['blue', 1],
      ['blue', 1],
    ]);
  });
});

describe('over drill time', () => {
  const log = submitted(submitted(liveDrill(), 'c1', 'red-1'), 'c2', 'red-2')
    .add('claim.decided', { claimId: 'c1', decision: accept, supersedes: null }, { actor: 'judge-1', at: start + hour })
    .add('drill.paused', { reason: 'x' }, { at: start + 2 * hour })
    .add('drill.resumed', { reason: 'x' }, { at: start + 3 * hour })
    .add(
      'claim.decided',
      { claimId: 'c2', decision: { ...accept, severity: 'critical' }, supersedes: null },
      { actor: 'judge-1', at: start + 4 * hour },
    );

  test('points rise in steps of the drill clock, pauses left out', () => {
    expect(series(log.state(), 'red').slice(0, 2)).toEqual([
      {
        teamId: 'red-1',
        steps: [
          { elapsedMs: 0, points: 0 },
          { elapsedMs: hour, points: 6_000 },
        ],
      },
      {
        teamId: 'red-2',
        steps: [
          { elapsedMs: 0, points: 0 },
          { elapsedMs: 3 * hour, points: 10_000 },
        ],
      },
    ]);
  });

  test('any moment can be seen again', () => {
    expect(replayAt('d1', log.events, 2 * hour).scores.get('red-2')?.points).toBe(0);
    expect(replayAt('d1', log.events, 3 * hour)).toEqual(log.state());
  });

  test('places won and lost since a moment', () => {
    expect([...rankDeltas(log.state(), 'red', start + 3 * hour)]).toEqual([
      ['red-2', 1],
      ['red-1', -1],
      ['red-3', 0],
    ]);
    expect([...rankDeltas(log.state(), 'red', start + 5 * hour).values()]).toEqual([0, 0, 0]);
  });

  test('the feed tells who and how severe, never what', () => {
    const feed = happenings(log.state());
    expect(feed).toEqual([
      { at: start + 4 * hour, teamId: 'red-2', rule: 'claim', severity: 'critical', points: 10_000 },
      { at: start + hour, teamId: 'red-1', rule: 'claim', severity: 'high', points: 6_000 },
    ]);
    expect(log.state().at).toBe(start + 4 * hour + 0 * minute);
  });
});
