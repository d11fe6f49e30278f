import type { Trx } from '#db/schema.ts';
import { applyTicket } from '../domain/incident/apply.ts';
import type { TicketEvents } from '../domain/incident/events.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { Projector } from '../kernel/kernel.ts';
import { storedTicket } from './stored-ticket.ts';
import { writeTicket } from './project-ticket.ts';

const types: Record<keyof TicketEvents, true> = {
  'incident.created': true,
  'incident.edited': true,
  'incident.assigned': true,
  'incident.moved': true,
  'incident.reopened': true,
  'incident.cancelled': true,
  'incident.merged': true,
  'incident.noted': true,
  'incident.note_corrected': true,
  'incident.task_added': true,
  'incident.task_done': true,
  'incident.task_waived': true,
  'incident.task_reopened': true,
  'incident.action_added': true,
  'incident.action_proved': true,
  'incident.commented': true,
  'incident.evidence_added': true,
  'incident.serious_decided': true,
  'incident.personal_data_decided': true,
  'incident.clock_reported': true,
  'incident.clock_waived': true,
};

async function keep(trx: Trx, event: LoggedEvent<keyof TicketEvents>): Promise<void> {
  const before = await storedTicket(trx, event.payload.ticketId);
  const ticket = applyTicket(before, event);
  if (ticket) await writeTicket(trx, ticket, before);
}

/** Keeps the row of a ticket at the fold of its events. */
export const projectIncidents: Projector = Object.fromEntries(Object.keys(types).map((type) => [type, keep]));
