import type { LoggedEvent } from '../event.ts';
import { elapsed } from './clock.ts';
import { applyDrill, initialDrill } from './fold.ts';
import type { Side } from './plan.ts';
import { ranking } from './ranking.ts';
import { zeroScore } from './scoring.ts';
import type { DrillState, TeamScore } from './state.ts';

export interface Series {
  teamId: string;
  /** Steps: from `elapsedMs` of the drill clock on, the team had `points`. */
  steps: { elapsedMs: number; points: number }[];
}

/** Points of every team of a side over drill time, as steps; what one instant of the clock wrote is one step. */
export function series(state: DrillState, side: Side): Series[] {
  const lines = new Map<string, Series>();
  for (const team of state.teams.values())
    if (team.side === side) lines.set(team.id, { teamId: team.id, steps: [{ elapsedMs: 0, points: 0 }] });
  for (const entry of state.ledger) {
    const steps = lines.get(entry.teamId)?.steps;
    const last = steps?.at(-1);
    if (!steps || !last || entry.points === 0) continue;
    const elapsedMs = elapsed(state, entry.at);
    const points = last.points + entry.points;
    if (last.elapsedMs === elapsedMs) last.points = points;
    else steps.push({ elapsedMs, points });
  }
  return [...lines.values()];
}

/** The drill as it stood when its clock showed `elapsedMs`. */
export function replayAt(id: string, events: readonly LoggedEvent[], elapsedMs: number): DrillState {
  const state = initialDrill(id);
  for (const event of events) {
    if (elapsed(state, event.at) > elapsedMs) break;
    applyDrill(state, event);
  }
  return state;
}

/** Places won (+) or lost (−) by each team since the points of `sinceAt` (ms). Tie keys are those of now. */
export function rankDeltas(state: DrillState, side: Side, sinceAt: number): Map<string, number> {
  const before = new Map<string, TeamScore>();
  for (const team of state.teams.values())
    before.set(team.id, { ...(state.scores.get(team.id) ?? zeroScore(team.id)) });
  for (let i = state.ledger.length - 1; i >= 0; i -= 1) {
    const entry = state.ledger[i];
    if (!entry || entry.at <= sinceAt) break;
    const score = before.get(entry.teamId);
    if (score) score.points -= entry.points;
  }
  const was = new Map(ranking(state, side, before).map((row) => [row.team.id, row.rank]));
  return new Map(ranking(state, side).map((row) => [row.team.id, (was.get(row.team.id) ?? row.rank) - row.rank]));
}
