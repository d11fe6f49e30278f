import { targetsRevealAt } from '../domain/drill/clock.ts';
import { seatsIn } from '../domain/actor.ts';
import type { Actor } from '../domain/actor.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { refuse } from '../domain/refusal.ts';
import type { Viewer } from '../domain/visibility.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { readDrill } from './load-drill.ts';
import { oversees } from './oversight.ts';

export interface Seen {
  state: DrillState;
  /** As whom the caller sees the drill: by seat, or as one who oversees the host. */
  viewer: Viewer;
  teamId: string | null;
}

/** The drill and as whom the caller sees it. A draft exists only for control and for those who oversee it. Throws `not_found`. */
export async function seenBy(kernel: Kernel, actor: Actor, drillId: string): Promise<Seen> {
  const state = await readDrill(kernel, drillId);
  const seat = seatsIn(actor, drillId)[0];
  if (seat?.role === 'control' || (seat && state.status !== 'draft'))
    return { state, viewer: seat.role, teamId: seat.teamId };
  if (await oversees(kernel.db.read, actor, ['organiser', 'leader'], state.plan.hostOrganisationId))
    return { state, viewer: 'overseer', teamId: null };
  throw refuse('not_found');
}

/** Whether the targets are open to everyone in the drill by now. */
export function targetsRevealed(state: DrillState, at: number): boolean {
  return at >= targetsRevealAt(state) && state.status !== 'draft';
}
