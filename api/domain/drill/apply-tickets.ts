import type { LoggedEvent } from '../event.ts';
import { applyTicket, isTicketEvent } from '../incident/apply.ts';
import type { DrillState } from './state.ts';

/** Keeps the tickets of the defence teams. */
export function applyTickets(state: DrillState, event: LoggedEvent): void {
  if (!isTicketEvent(event)) return;
  const { ticketId } = event.payload;
  const ticket = applyTicket(state.tickets.get(ticketId), event);
  if (ticket) state.tickets.set(ticketId, ticket);
}
