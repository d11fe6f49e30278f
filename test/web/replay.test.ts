import { describe, expect, it } from 'vitest';
import { momentsOf, newsAt, standingsAt, type Replay } from '#web/ui/board/replay.ts';

const teams = ['Đội Cửu Long', 'Đội Ba Động', 'Đội Sao La'].map((name, i) => ({
  id: `t${i}`,
  name,
  side: 'red' as const,
}));
const step = (elapsedMs: number, teamId: string, points: number, rule = 'claim') => ({
  elapsedMs,
  teamId,
  points,
  rule,
  severity: null,
});
const replay: Replay = {
  durationMs: 100,
  teams,
  marks: [],
  steps: [
    step(10, 't0', 500),
    step(20, 't1', 500),
    step(30, 't0', -500, 'reversal'),
    step(30, 't0', 900),
    step(40, 't2', 0),
  ],
};

describe('the replay', () => {
  it('shows the points of the moment, and shares a rank among equals', () => {
    const at = (ms: number) => standingsAt(replay, 'red', ms).map(({ rank, team, points }) => [rank, team.id, points]);
    expect(at(0)).toEqual([
      [1, 't1', 0],
      [1, 't0', 0],
      [1, 't2', 0],
    ]);
    expect(at(20)).toEqual([
      [1, 't1', 500],
      [1, 't0', 500],
      [3, 't2', 0],
    ]);
    expect(at(30)).toEqual([
      [1, 't0', 900],
      [2, 't1', 500],
      [3, 't2', 0],
    ]);
  });
  it('stops where points moved, and tells news without reversals', () => {
    expect(momentsOf(replay)).toEqual([10, 20, 30]);
    expect(newsAt(replay, 35, 2).map(({ elapsedMs, points }) => [elapsedMs, points])).toEqual([
      [30, 900],
      [20, 500],
    ]);
  });
});
