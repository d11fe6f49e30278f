import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { owed } from './deadline.ts';
import type { Profile } from './profile.ts';
import { isOpen, isReopening, steps } from './status.ts';
import type { TicketStatus } from './status.ts';
import type { Ticket } from './ticket.ts';

/** What the person says with a step. */
export interface StepCall {
  reason: string;
  /** Ticket it is merged into. */
  into: string | null;
}

export interface NextStep {
  to: TicketStatus;
  /** What must be on record first: names of fields, and `clock:CODE` for a notice still owed. */
  missing: string[];
  needsReason: boolean;
}

/** One step of a ticket's life, or why not: `incident.illegal_step` {from, to, allowed}, `incident.missing` {fields}. */
export function transition(ticket: Ticket, to: TicketStatus, profile: Profile, call: StepCall): NewEvent | Refusal {
  const from = ticket.status;
  const allowed = steps[from];
  if (!allowed.includes(to)) return refuse('incident.illegal_step', { from, to, allowed });
  const fields = missingFor(ticket, to, profile);
  if (needsReason(from, to) && call.reason === '') fields.push('reason');
  if (to === 'merged' && (call.into === null || call.into === ticket.id)) fields.push('into');
  if (fields.length > 0) return refuse('incident.missing', { to, fields });

  const about = { ticketId: ticket.id, from };
  const { reason } = call;
  if (to === 'cancelled') return { type: 'incident.cancelled', subject: ticket.id, payload: { ...about, reason } };
  if (to === 'merged')
    return { type: 'incident.merged', subject: ticket.id, payload: { ...about, into: call.into ?? '', reason } };
  if (isReopening(from, to)) return { type: 'incident.reopened', subject: ticket.id, payload: { ...about, reason } };
  return { type: 'incident.moved', subject: ticket.id, payload: { ...about, to } };
}

/** The steps open to a ticket, with what each still lacks. */
export function nextSteps(ticket: Ticket, profile: Profile): NextStep[] {
  return steps[ticket.status].map((to) => ({
    to,
    missing: missingFor(ticket, to, profile),
    needsReason: needsReason(ticket.status, to),
  }));
}

/** Refuses to change what is over; comments, notices to authorities and reopening stay possible. */
export function assertOpen(ticket: Ticket): Refusal | undefined {
  return isOpen(ticket.status) ? undefined : refuse('incident.not_open', { status: ticket.status });
}

function needsReason(from: TicketStatus, to: TicketStatus): boolean {
  return to === 'cancelled' || to === 'merged' || isReopening(from, to);
}

function missingFor(ticket: Ticket, to: TicketStatus, profile: Profile): string[] {
  if (to === 'contained') return ticket.actions.length === 0 ? ['actions'] : [];
  if (to === 'resolved') return (['cause', 'remedy'] as const).filter((field) => ticket[field] === '');
  if (to !== 'closed') return [];
  const tasks = ticket.tasks.some((task) => task.status === 'open') ? ['tasks'] : [];
  // The law's clocks bind a real incident; in a drill they are practised and shown, and grading is the judges' business.
  const notices = ticket.mode === 'real' ? owed(ticket, profile).map((code) => `clock:${code}`) : [];
  return [...tasks, ...notices];
}
