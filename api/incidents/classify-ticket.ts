import { classifyActs } from '../contract/ticket-acts.ts';
import type { NewEvent } from '../domain/event.ts';
import { assertOpen } from '../domain/incident/transition.ts';
import { ticketCommands } from './ticket-command.ts';
import { assertPast } from './when.ts';

/** The law leaves both to a named person: no rule of ours decides. */
export const classifyTicket = ticketCommands({
  acts: classifyActs,
  needs: 'work',
  decide: ({ ticket }, { serious, personalData }, call) => {
    const refused = assertOpen(ticket) ?? assertPast('personalData', personalData?.detectedAt, call.at);
    if (refused) return refused;
    const events: NewEvent[] = [];
    const about = { ticketId: ticket.id };
    if (serious)
      events.push({
        type: 'incident.serious_decided',
        subject: ticket.id,
        payload: { ...about, serious: serious.value, reason: serious.reason },
      });
    if (personalData) {
      const detectedAt = personalData.value ? (personalData.detectedAt ?? call.at) : null;
      events.push({
        type: 'incident.personal_data_decided',
        subject: ticket.id,
        payload: { ...about, involved: personalData.value, detectedAt },
      });
    }
    return events;
  },
});
