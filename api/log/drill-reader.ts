import type { EventTable } from '#db/schema/kernel.ts';
import type { Actor } from '../domain/actor.ts';
import { drillFold } from '../drills/fold.ts';
import { mayReadContent } from '../domain/drill/log-access.ts';
import { refuse } from '../domain/refusal.ts';
import { audienceOf, isOfficial } from '../domain/visibility.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { toEvent } from '../kernel/log.ts';

/** Who may read which entries of a drill. Throws `drill.wrong_phase` for players before it is published. */
export async function drillReader(
  kernel: Kernel,
  drillId: string,
  actor: Actor,
): Promise<(row: EventTable) => boolean> {
  const audience = audienceOf(actor, drillId);
  if (!audience) throw refuse('not_found');
  const { state } = await kernel.folds.read(drillFold, streamOf(drillId));
  if (!isOfficial(audience) && state.status !== 'published')
    throw refuse('drill.wrong_phase', { status: state.status });
  return (row) => row.payload !== null && mayReadContent(toEvent(row), audience, state);
}

export function streamOf(drillId: string): string {
  return `drill:${drillId}`;
}
