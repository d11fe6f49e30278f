import type { Actor } from '../domain/actor.ts';
import { refuseUnaccepted } from '../domain/drill/acceptance.ts';
import type { DrillState } from '../domain/drill/state.ts';

/** Throws `rules.not_accepted` for a player who has yet to accept the Nội quy or to sign the pledge. */
export function assertAccepted(state: DrillState, actor: Actor): void {
  const refusal = refuseUnaccepted(state, actor.id);
  if (refusal) throw refusal;
}
