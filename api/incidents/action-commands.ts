import { actionAddActs, actionProveActs } from '../contract/ticket-acts.ts';
import { assertOpen } from '../domain/incident/transition.ts';
import { refuse } from '../domain/refusal.ts';
import { ticketCommands } from './ticket-command.ts';
import { assertPast } from './when.ts';

export const addAction = ticketCommands({
  acts: actionAddActs,
  needs: 'work',
  makes: true,
  decide: ({ ticket }, { at, ...said }, call) =>
    assertOpen(ticket) ??
    assertPast('at', at, call.at) ?? {
      type: 'incident.action_added',
      subject: ticket.id,
      payload: { ticketId: ticket.id, actionId: call.id, at: at ?? call.at, ...said },
    },
});

export const proveAction = ticketCommands({
  acts: actionProveActs,
  needs: 'work',
  decide: ({ ticket }, { actionId, proofOfAction, proofOfEffect }) => {
    if (!ticket.actions.some(({ id }) => id === actionId)) return refuse('not_found');
    return (
      assertOpen(ticket) ?? {
        type: 'incident.action_proved',
        subject: ticket.id,
        payload: { ticketId: ticket.id, actionId, proofOfAction, proofOfEffect },
      }
    );
  },
});
