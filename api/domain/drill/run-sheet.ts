import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { outsideOf } from './life.ts';
import type { DrillState, InjectDelivery } from './state.ts';
import { inPlay } from './status.ts';

type Decided = NewEvent[] | Refusal;

/** How long (ms) a situation handed over may be taken back. Ours: what has been read cannot be unread; later, only a further word helps. */
export const recallableFor = 60_000;

/** Hands a situation to teams; each at most once to the same team, unless it was taken back. */
export function deliverInject(state: DrillState, payload: NewEvent<'drill.inject_delivered'>['payload']): Decided {
  const early = outsideOf(state, inPlay);
  if (early) return early;
  if (payload.teamIds.some((id) => !state.teams.has(id))) return refuse('team.unknown');
  const had = standing(state, payload.injectId).flatMap((inject) => inject.teamIds);
  if (payload.teamIds.some((id) => had.includes(id))) return refuse('inject.delivered');
  return [{ type: 'drill.inject_delivered', subject: payload.injectId, payload }];
}

/** Takes the last delivery of a situation back from its teams. */
export function recallInject(state: DrillState, injectId: string, at: number): Decided {
  const last = standing(state, injectId).at(-1);
  if (!last) return refuse('not_found');
  if (at - last.at > recallableFor) return refuse('inject.recall_late', { seconds: recallableFor / 1_000 });
  const { seq, teamIds } = last;
  return (
    outsideOf(state, inPlay) ?? [
      { type: 'drill.inject_recalled', subject: injectId, payload: { injectId, delivery: seq, teamIds } },
    ]
  );
}

/** Leaves a situation of the scenario out. Without a subject: whoever may read only that something happened must not learn what. */
export function skipInject(state: DrillState, injectId: string): Decided {
  if (standing(state, injectId).length > 0) return refuse('inject.delivered');
  if (state.runSheet.skipped.has(injectId)) return refuse('inject.skipped');
  return outsideOf(state, inPlay) ?? [{ type: 'drill.inject_skipped', subject: null, payload: { injectId } }];
}

/** Puts a situation left out back on the run sheet. */
export function restoreInject(state: DrillState, injectId: string): Decided {
  if (!state.runSheet.skipped.has(injectId)) return refuse('not_found');
  return outsideOf(state, inPlay) ?? [{ type: 'drill.inject_restored', subject: null, payload: { injectId } }];
}

/** Moves everything on the run sheet that has not been handed over; later, or earlier by a negative `byMs`. */
export function shiftInjects(state: DrillState, byMs: number): Decided {
  return outsideOf(state, inPlay) ?? [{ type: 'drill.injects_shifted', subject: null, payload: { byMs } }];
}

/** Deliveries of a situation that were not taken back. */
function standing(state: DrillState, injectId: string): InjectDelivery[] {
  return state.injects.filter((inject) => inject.injectId === injectId && inject.recalledAt === null);
}
