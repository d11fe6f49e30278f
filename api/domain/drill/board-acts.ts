import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { isFrozen } from './clock.ts';
import { ranking } from './ranking.ts';
import type { DrillState } from './state.ts';

type Outcome = readonly NewEvent[] | Refusal;

/** Stops public scores by hand. A board is frozen once: what has been shown cannot be hidden again. */
export function freezeBoard(state: DrillState, at: number, reason: string): Outcome {
  if (isFrozen(state, at) || state.freeze.unfrozenAt !== null) return refuse('board.already_frozen');
  return [{ type: 'board.frozen', subject: null, payload: { reason } }];
}

export function unfreezeBoard(state: DrillState, at: number, reason: string): Outcome {
  if (!isFrozen(state, at)) return refuse('board.not_frozen');
  return [{ type: 'board.unfrozen', subject: null, payload: { reason } }];
}

/** Reveals one team. `shown` is the public board: by default its lowest team that still waits, attack before defence. */
export function revealTeam(state: DrillState, shown: DrillState, at: number, teamId: string | null): Outcome {
  if (!isFrozen(state, at)) return refuse('board.not_frozen');
  const next = teamId ?? waiting(shown, state.freeze.revealed)[0];
  if (next === undefined || state.freeze.revealed.includes(next)) return refuse('board.already_revealed');
  if (!state.teams.has(next)) return refuse('not_found');
  return [{ type: 'board.reveal_stepped', subject: next, payload: { teamId: next } }];
}

/** Teams not yet revealed, from the foot of the public board up. */
export function waiting(shown: DrillState, revealed: readonly string[]): string[] {
  return (['red', 'blue'] as const)
    .flatMap((side) => ranking(shown, side).reverse())
    .map((row) => row.team.id)
    .filter((id) => !revealed.includes(id));
}
