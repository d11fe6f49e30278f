import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Ticket, TicketFields } from './ticket.ts';

type Given = { readonly [K in keyof TicketFields]?: TicketFields[K] | undefined };

/**
 * Rewrites facts of a ticket; only what differs enters the log. A fact that somebody else rewrote after the caller had read the
 * ticket, as it stood at `revision`, is not overwritten unseen: `conflict.stale` names it. Facts nobody else touched are no conflict.
 */
export function editTicket(ticket: Ticket, given: Given, revision: number): NewEvent[] | Refusal {
  const fields = Object.keys(given) as (keyof TicketFields)[];
  const changed = fields.filter((field) => given[field] !== undefined && given[field] !== ticket[field]);
  const unseen = changed.filter((field) => (ticket.rewritten[field] ?? 0) > revision);
  if (unseen.length > 0)
    return refuse(
      'conflict.stale',
      {},
      unseen.map((field) => ({ path: [field], code: 'incident.rewritten' })),
    );
  if (changed.length === 0) return [];
  const changes = Object.fromEntries(changed.map((field) => [field, given[field]]));
  return [{ type: 'incident.edited', subject: ticket.id, payload: { ticketId: ticket.id, changes } }];
}
