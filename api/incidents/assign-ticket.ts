import { assignActs } from '../contract/ticket-acts.ts';
import { assertOpen } from '../domain/incident/transition.ts';
import { refuse } from '../domain/refusal.ts';
import { mayHandle } from './handlers.ts';
import { ticketCommands } from './ticket-command.ts';

export const assignTicket = ticketCommands({
  acts: assignActs,
  needs: 'work',
  find: async (trx, ticket, { assignee }) => assignee === null || (await mayHandle(trx, ticket, assignee)),
  decide: ({ ticket, found }, { assignee }) => {
    if (!found) return refuse('incident.assignee');
    if (ticket.assignee === assignee) return [];
    return (
      assertOpen(ticket) ?? {
        type: 'incident.assigned',
        subject: ticket.id,
        payload: { ticketId: ticket.id, assignee },
      }
    );
  },
});
