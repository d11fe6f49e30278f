import { clockReportActs, clockWaiveActs } from '../contract/ticket-acts.ts';
import type { Ticket } from '../domain/incident/ticket.ts';
import { refuse } from '../domain/refusal.ts';
import type { Refusal } from '../domain/refusal.ts';
import { clocksNow } from './regulations.ts';
import { ticketCommands } from './ticket-command.ts';
import { assertPast } from './when.ts';

/** A notice may be given after the ticket is closed: late is better than never, and the log says when. */
export const reportClock = ticketCommands({
  acts: clockReportActs,
  needs: 'work',
  decide: ({ ticket }, { code, at, channel, receiver }, call) =>
    settled(ticket, code, call.at, 'reported') ??
    assertPast('at', at, call.at) ?? {
      type: 'incident.clock_reported',
      subject: ticket.id,
      payload: { ticketId: ticket.id, code, at: at ?? call.at, channel, receiver },
    },
});

export const waiveClock = ticketCommands({
  acts: clockWaiveActs,
  needs: 'work',
  decide: ({ ticket }, { code, reason }, call) =>
    settled(ticket, code, call.at, 'either') ?? {
      type: 'incident.clock_waived',
      subject: ticket.id,
      payload: { ticketId: ticket.id, code, reason },
    },
});

/** What was waived may still be reported; what was reported is done. */
function settled(ticket: Ticket, code: string, now: number, by: 'reported' | 'either'): Refusal | undefined {
  const clock = clocksNow(ticket, now).find((one) => one.code === code);
  if (!clock || clock.startedAt === null) return refuse('incident.clock_unknown', { clock: code });
  return clock.reported || (by === 'either' && clock.waived)
    ? refuse('incident.clock_settled', { clock: code })
    : undefined;
}
