import type { Read, Trx } from '#db/schema.ts';
import type { Ticket } from '../domain/incident/ticket.ts';

/** A ticket as last folded; undefined when there is none. */
export async function storedTicket(db: Read | Trx, id: string): Promise<Ticket | undefined> {
  const row = await db.selectFrom('incident').select('state').where('id', '=', id).executeTakeFirst();
  return row && (JSON.parse(row.state) as Ticket);
}
