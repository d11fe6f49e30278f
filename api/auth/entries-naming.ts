import type { Read, Trx } from '#db/schema.ts';
import type { EventTable } from '#db/schema/kernel.ts';
import type { EventType } from '../domain/event.ts';

/** Entries that say by name who somebody is; every other entry names people by their id. */
const types = {
  system: ['account.created', 'account.updated', 'session.opened'],
  registry: ['information_system.contact_set'],
  drill: ['drill.seat_given'],
} as const satisfies Record<string, readonly EventType[]>;

/** The entries of a stream that name a person. */
export async function entriesNaming(trx: Read | Trx, stream: string, accountId: string): Promise<EventTable[]> {
  const entries = trx.selectFrom('event').selectAll().where('stream', '=', stream).orderBy('seq');
  if (stream !== 'registry')
    return entries
      .where('subject', '=', accountId)
      .where('type', 'in', [...types.system, ...types.drill])
      .execute();
  // Their subject is the system whose contact it is.
  const contacts = await entries.where('type', 'in', types.registry).execute();
  return contacts.filter(({ payload }) => (JSON.parse(payload) as { accountId: unknown }).accountId === accountId);
}

/** The logs besides that of accounts which may name a person. */
export async function streamsNaming(read: Read, accountId: string): Promise<string[]> {
  const rows = await read
    .selectFrom('event')
    .select('stream')
    .distinct()
    .where('subject', '=', accountId)
    .where('type', 'in', types.drill)
    .execute();
  return ['registry', ...rows.map(({ stream }) => stream)];
}
