import type { Actor } from '../domain/actor.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { refuse } from '../domain/refusal.ts';
import { audienceOf, isOfficial } from '../domain/visibility.ts';
import { readDrill } from '../drills/load-drill.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** The whole drill, for control and judges from the given statuses on, for other members once it is published. Throws `results.not_ready`. */
export async function settledDrill(
  kernel: Kernel,
  actor: Actor,
  drillId: string,
  early: readonly DrillState['status'][],
): Promise<{ state: DrillState; official: boolean }> {
  const audience = audienceOf(actor, drillId);
  if (!audience) throw refuse('not_found');
  const state = await readDrill(kernel, drillId);
  const official = isOfficial(audience);
  if (state.status !== 'published' && !(official && early.includes(state.status)))
    throw refuse('results.not_ready', { status: state.status });
  return { state, official };
}
