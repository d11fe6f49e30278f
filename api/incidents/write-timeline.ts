import { commentActs, noteActs, noteCorrectActs } from '../contract/ticket-acts.ts';
import { assertOpen } from '../domain/incident/transition.ts';
import { refuse } from '../domain/refusal.ts';
import { ticketCommands } from './ticket-command.ts';
import { assertPast } from './when.ts';

export const noteTicket = ticketCommands({
  acts: noteActs,
  needs: 'add',
  makes: true,
  decide: ({ ticket }, { at, kind, text }, call) =>
    assertOpen(ticket) ??
    assertPast('at', at, call.at) ?? {
      type: 'incident.noted',
      subject: ticket.id,
      payload: { ticketId: ticket.id, noteId: call.id, at: at ?? call.at, kind, text },
    },
});

export const correctNote = ticketCommands({
  acts: noteCorrectActs,
  needs: 'work',
  decide: ({ ticket }, { noteId, at, kind, text }, call) => {
    if (!ticket.timeline.some((entry) => entry.id === noteId)) return refuse('not_found');
    return (
      assertOpen(ticket) ??
      assertPast('at', at, call.at) ?? {
        type: 'incident.note_corrected',
        subject: ticket.id,
        payload: { ticketId: ticket.id, noteId, at, kind, text },
      }
    );
  },
});

/** Comments stay possible after the end: what is said then is part of the lessons. */
export const commentTicket = ticketCommands({
  acts: commentActs,
  needs: 'add',
  makes: true,
  decide: ({ ticket }, { text }, call) => ({
    type: 'incident.commented',
    subject: ticket.id,
    payload: { ticketId: ticket.id, commentId: call.id, text },
  }),
});
