import type { Read, Trx } from '#db/schema.ts';
import type { Ticket } from '../domain/incident/ticket.ts';

/** Folded before steps were named, a state has no names; its next step adds its own. */
type Stored = Omit<Ticket, 'enteredBy'> & Partial<Pick<Ticket, 'enteredBy'>>;

/** A ticket as last folded; undefined when there is none. */
export async function storedTicket(db: Read | Trx, id: string): Promise<Ticket | undefined> {
  const row = await db.selectFrom('incident').select('state').where('id', '=', id).executeTakeFirst();
  return row && { enteredBy: {}, ...(JSON.parse(row.state) as Stored) };
}
