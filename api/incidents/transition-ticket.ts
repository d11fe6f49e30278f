import { transitionActs } from '../contract/ticket-acts.ts';
import { isOpen } from '../domain/incident/status.ts';
import { transition } from '../domain/incident/transition.ts';
import { refuse } from '../domain/refusal.ts';
import { storedTicket } from './stored-ticket.ts';
import { ticketCommands } from './ticket-command.ts';

export const transitionTicket = ticketCommands({
  acts: transitionActs,
  needs: 'work',
  find: async (trx, _ticket, { to, into }) => (to === 'merged' && into !== null ? storedTicket(trx, into) : undefined),
  decide: ({ ticket, profile, found }, { to, reason, into }) => {
    const decided = transition(ticket, to, profile, { reason, into });
    if (to !== 'merged' || decided instanceof Error) return decided;
    // Only within one log and, in a drill, one team: a merge must not tell what somebody else has seen.
    const same =
      found &&
      found.organisationId === ticket.organisationId &&
      found.drillId === ticket.drillId &&
      found.teamId === ticket.teamId;
    return same && isOpen(found.status) ? decided : refuse('incident.merge_target');
  },
});
