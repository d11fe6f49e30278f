import type { OutputOf } from '#api/contract/operation.ts';
import type { drillReplay } from '#api/contract/results.ts';

export type Replay = OutputOf<typeof drillReplay>;
export type ReplayStep = Replay['steps'][number];
export interface Standing {
  rank: number;
  team: Replay['teams'][number];
  points: number;
}

/** How the teams of a side stood when the drill clock showed `elapsedMs`; equal points share a rank (1, 2, 2, 4). */
export function standingsAt(replay: Replay, side: 'red' | 'blue', elapsedMs: number): Standing[] {
  const points = new Map<string, number>();
  for (const step of replay.steps)
    if (step.elapsedMs <= elapsedMs) points.set(step.teamId, (points.get(step.teamId) ?? 0) + step.points);
  const rows = replay.teams
    .filter((team) => team.side === side)
    .map((team) => ({ team, points: points.get(team.id) ?? 0 }))
    .sort((a, b) => b.points - a.points || a.team.name.localeCompare(b.team.name, 'vi'));
  return rows.map((row) => ({ ...row, rank: rows.findIndex((other) => other.points === row.points) + 1 }));
}

/** The newest steps that are no reversals up to `elapsedMs`, newest first. */
export function newsAt(replay: Replay, elapsedMs: number, count: number): ReplayStep[] {
  return replay.steps
    .filter((step) => step.elapsedMs <= elapsedMs && step.points !== 0 && step.rule !== 'reversal')
    .slice(-count)
    .reverse();
}

/** The moments at which points moved, rising, once each. */
export function momentsOf(replay: Replay): number[] {
  return [...new Set(replay.steps.filter((step) => step.points !== 0).map((step) => step.elapsedMs))].sort(
    (a, b) => a - b,
  );
}
