import { currentPhase, drillEndsAt, elapsed, frozenSince, isRunning, remaining } from './clock.ts';
import type { Side } from './plan.ts';
import { ranking } from './ranking.ts';
import type { Tie } from './ranking.ts';
import { rankDeltas } from './series.ts';
import type { DrillState, ScoreEntry, TeamScore } from './state.ts';

export interface BoardRow {
  rank: number;
  teamId: string;
  name: string;
  side: Side;
  organisationIds: string[];
  points: number;
  counts: TeamScore['counts'];
  firstBloods: number;
  /** Places won (+) or lost (−) in the quarter of an hour before the last line of the ledger. */
  delta: number;
  shared: boolean;
  tie: Tie | null;
}

/** A line of the public feed: who, how severe, how many points; never what was found. */
export interface Happening {
  at: number;
  teamId: string;
  rule: ScoreEntry['rule'];
  severity: string | null;
  points: number;
}

const deltaWindowMs = 15 * 60_000;
const feedLength = 20;

/** Rows of the red, then of the blue board. */
export function boardRows(state: DrillState): BoardRow[] {
  const since = (state.ledger.at(-1)?.at ?? 0) - deltaWindowMs;
  return (['red', 'blue'] as const).flatMap((side) => {
    const deltas = rankDeltas(state, side, since);
    return ranking(state, side).map(({ rank, team, score, shared, tie }) => ({
      rank,
      teamId: team.id,
      name: team.name,
      side,
      organisationIds: team.organisationIds,
      points: score.points,
      counts: { ...score.counts },
      firstBloods: score.firstBloods,
      delta: deltas.get(team.id) ?? 0,
      shared,
      tie,
    }));
  });
}

/** The clock as numbers that stay true: at `asOf` it had run for `elapsedMs`; while `running` it goes on from there. */
export function boardClock(state: DrillState, at: number) {
  return {
    running: isRunning(state, at),
    asOf: at,
    elapsedMs: elapsed(state, at),
    remainingMs: Math.max(0, remaining(state, at)),
    endsAt: drillEndsAt(state, at),
    phase: currentPhase(state, at)?.title ?? null,
    frozenSince: frozenSince(state, at),
  };
}

/** The newest lines of the ledger that moved points, newest first. */
export function happenings(state: DrillState): Happening[] {
  const feed: Happening[] = [];
  for (let i = state.ledger.length - 1; i >= 0 && feed.length < feedLength; i -= 1) {
    const entry = state.ledger[i];
    if (!entry || entry.points === 0 || entry.rule === 'reversal') continue;
    const severity = entry.inputs['severity'];
    feed.push({
      at: entry.at,
      teamId: entry.teamId,
      rule: entry.rule,
      severity: typeof severity === 'string' ? severity : null,
      points: entry.points,
    });
  }
  return feed;
}
