import type { LoggedEvent, NewEvent } from '#api/domain/event.ts';
import { foldTicket } from '#api/domain/incident/apply.ts';
import type { TicketEvents } from '#api/domain/incident/events.ts';
import type { Ticket } from '#api/domain/incident/ticket.ts';

export const ticketId = 'ticket-1';

type Parts<T extends keyof TicketEvents> = Omit<TicketEvents[T], 'ticketId'>;

/** An event about the ticket under test. */
export function it<T extends keyof TicketEvents>(type: T, payload: Parts<T>): NewEvent {
  return { type, subject: ticketId, payload: { ticketId, ...payload } } as unknown as NewEvent;
}

/** The first event of a ticket. */
export function created(change: Partial<Parts<'incident.created'>> = {}): NewEvent {
  return it('incident.created', {
    number: 'SC-2026-0001',
    mode: 'real',
    drillId: null,
    teamId: null,
    organisationId: 'so-khcn',
    profile: 'vn-2026@1',
    title: 'Trang chủ bị thay đổi giao diện',
    description: '',
    severity: 'unknown',
    type: null,
    systemId: null,
    targetId: null,
    detectedAt: 0,
    detectionMethod: '',
    ...change,
  });
}

/** Events as the log would hold them, one a second unless a time is given. */
export function logged(...events: (NewEvent | [at: number, event: NewEvent])[]): LoggedEvent[] {
  return events.map((given, i) => {
    const [at, event] = Array.isArray(given) ? given : [(i + 1) * 1_000, given];
    return { ...event, stream: 'incident:so-khcn', seq: i + 1, actor: 'vu', at, occurredAt: at } as LoggedEvent;
  });
}

/** The ticket that events make. */
export function ticketOf(...events: (NewEvent | [at: number, event: NewEvent])[]): Ticket {
  const ticket = foldTicket(logged(...events));
  if (!ticket) throw new Error('no ticket');
  return ticket;
}
