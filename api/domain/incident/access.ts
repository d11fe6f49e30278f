import { seatsIn } from '../actor.ts';
import type { Actor, OrganisationRole } from '../actor.ts';
import type { Ticket } from './ticket.ts';

/** work = handle it; add = the reporter may add to it; read = look. */
export const ticketAccesses = ['work', 'add', 'read'] as const;
export type TicketAccess = (typeof ticketAccesses)[number];

/** Roles that see the incidents of their organisation and all below it; handling is the officers' business. */
export const readerRoles = ['admin', 'officer', 'head', 'leader'] as const satisfies readonly OrganisationRole[];

/**
 * What `actor` may do with a ticket, or null: then it does not exist for him. `above` = its organisation and all above it.
 * In a drill a ticket belongs to its own defence team; organisers and judges look on; the attack side never sees it.
 */
export function accessTo(
  actor: Actor,
  ticket: Pick<Ticket, 'mode' | 'drillId' | 'teamId' | 'assignee' | 'reporter'>,
  above: readonly string[],
): TicketAccess | null {
  if (ticket.mode === 'drill') return accessInDrill(actor, ticket);
  const covers = (role: OrganisationRole) =>
    actor.grants.some(
      (grant) => grant.role === role && (grant.organisationId === '*' || above.includes(grant.organisationId)),
    );
  if (covers('officer') || ticket.assignee === actor.id) return 'work';
  if (ticket.reporter === actor.id) return 'add';
  return readerRoles.some(covers) ? 'read' : null;
}

function accessInDrill(actor: Actor, { drillId, teamId }: Pick<Ticket, 'drillId' | 'teamId'>): TicketAccess | null {
  const seats = drillId === null ? [] : seatsIn(actor, drillId);
  if (seats.some((seat) => seat.role === 'blue' && seat.teamId !== null && seat.teamId === teamId)) return 'work';
  return seats.some((seat) => seat.role === 'control' || seat.role === 'judge') ? 'read' : null;
}
