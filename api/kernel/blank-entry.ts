import type { Trx } from '#db/schema.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { EventType, LoggedEvent } from '../domain/event.ts';
import { eventsAbout } from './log.ts';

/** Takes the content and the salt of an entry away for good; its digest stays and the chain still verifies. */
export async function blankEntry(trx: Trx, stream: string, seq: number, rest: unknown): Promise<void> {
  await trx
    .updateTable('event')
    .set({ salt: null, payload: canonicalJson(rest) })
    .where('stream', '=', stream)
    .where('seq', '=', seq)
    .execute();
}

/** The last entry of these types with the same subject, as it now stands: what rows that keep only the newest are made of. */
export async function lastAbout<T extends EventType>(
  trx: Trx,
  { stream, subject }: Pick<LoggedEvent, 'stream' | 'subject'>,
  types: readonly T[],
): Promise<LoggedEvent<T> | undefined> {
  const events = await eventsAbout(trx, stream, subject ?? '');
  return events.findLast(({ type }) => types.some((wanted) => wanted === type)) as LoggedEvent<T> | undefined;
}
