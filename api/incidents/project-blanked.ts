import type { Trx } from '#db/schema.ts';
import { foldTicket } from '../domain/incident/apply.ts';
import type { TicketEvents } from '../domain/incident/events.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { eventsAbout } from '../kernel/log.ts';
import type { Projector } from '../kernel/kernel.ts';
import { projectIncidents } from './project.ts';
import { writeTicket } from './project-ticket.ts';

/** The rows of a ticket, folded anew from what is left in the log. */
async function foldAgain(trx: Trx, { stream, payload }: LoggedEvent<keyof TicketEvents>): Promise<void> {
  const ticket = foldTicket(await eventsAbout(trx, stream, payload.ticketId));
  if (ticket) await writeTicket(trx, ticket, undefined);
}

export const blankedTickets: Projector = Object.fromEntries(
  Object.keys(projectIncidents).map((type) => [type, foldAgain]),
);
