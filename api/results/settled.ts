import type { Actor } from '../domain/actor.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { refuse } from '../domain/refusal.ts';
import { seenBy } from '../drills/audience.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** The whole drill, for control and judges from the given statuses on, for other members and whoever oversees the host once it is published. Throws `results.not_ready`. */
export async function settledDrill(
  kernel: Kernel,
  actor: Actor,
  drillId: string,
  early: readonly DrillState['status'][],
): Promise<{ state: DrillState; official: boolean }> {
  const { state, viewer } = await seenBy(kernel, actor, drillId);
  const official = viewer === 'control' || viewer === 'judge';
  if (state.status !== 'published' && !(official && early.includes(state.status)))
    throw refuse('results.not_ready', { status: state.status });
  return { state, official };
}
