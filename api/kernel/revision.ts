import type { Read, Trx } from '#db/schema.ts';
import type { EventType } from '../domain/event.ts';
import { refuse } from '../domain/refusal.ts';

/** How often a thing has been rewritten by entries of a type. A change names the count it was made on, so that nobody overwrites what he has not seen (R25). */
export async function revisionOf(db: Read | Trx, type: EventType, subject: string): Promise<number> {
  const { count } = await db
    .selectFrom('event')
    .where('subject', '=', subject)
    .where('type', '=', type)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The same for every thing of a log, by id; what was never rewritten is absent. */
export async function revisionsOf(db: Read, type: EventType, stream: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('event')
    .where('stream', '=', stream)
    .where('type', '=', type)
    .groupBy('subject')
    .select(({ fn }) => ['subject', fn.countAll<number>().as('count')])
    .execute();
  return new Map(rows.map(({ subject, count }) => [subject ?? '', Number(count)]));
}

/** Throws `conflict.stale` when the thing was rewritten after the caller had read it. */
export async function assertSeen(trx: Trx, type: EventType, subject: string, seen: number): Promise<void> {
  if ((await revisionOf(trx, type, subject)) !== seen) throw refuse('conflict.stale');
}
