import type { EventTable } from '#db/schema/kernel.ts';
import type { Actor } from '../domain/actor.ts';
import { drillFold } from '../drills/fold.ts';
import { mayReadContent } from '../domain/drill/log-access.ts';
import { refuse } from '../domain/refusal.ts';
import { audienceOf, isOfficial } from '../domain/visibility.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { toEvent } from '../kernel/log.ts';

export interface Reader {
  /** Whether the content of an entry is shown. */
  open(row: EventTable): boolean;
  /** The finding or ticket an entry is about; null = neither, or it has no number yet. */
  about(row: EventTable): { kind: 'claim' | 'ticket'; id: string; number: string } | null;
  /** Names of those who acted are for organisers and judges; players see ids, which the chain covers. */
  named: boolean;
}

/** Who may read which entries of a drill. Throws `drill.wrong_phase` for players before it is published. */
export async function drillReader(kernel: Kernel, drillId: string, actor: Actor): Promise<Reader> {
  const audience = audienceOf(actor, drillId);
  if (!audience) throw refuse('not_found');
  const { state } = await kernel.folds.read(drillFold, streamOf(drillId));
  if (!isOfficial(audience) && state.status !== 'published')
    throw refuse('drill.wrong_phase', { status: state.status });
  return {
    open: (row) => mayReadContent(toEvent(row), audience, state),
    about: ({ subject }) => {
      const claim = state.claims.get(subject ?? '');
      const found = claim ?? state.tickets.get(subject ?? '');
      return found?.number ? { kind: claim ? 'claim' : 'ticket', id: found.id, number: found.number } : null;
    },
    named: isOfficial(audience),
  };
}

export function streamOf(drillId: string): string {
  return `drill:${drillId}`;
}
