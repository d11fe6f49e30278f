import type { EventType, LoggedEvent } from '../event.ts';
import type { TicketStatus } from './status.ts';
import type { TicketEvents } from './events.ts';
import type { Ticket, TicketFields, TicketTask } from './ticket.ts';

type TicketEvent = LoggedEvent<keyof TicketEvents>;

/** Whether an event is about a ticket. */
export function isTicketEvent(event: { type: EventType }): event is TicketEvent {
  return event.type.startsWith('incident.');
}

/** A ticket after one more event; the one before stays as it was. Undefined while its first entry is missing (it may be redacted). */
export function applyTicket(ticket: Ticket | undefined, event: TicketEvent): Ticket | undefined {
  if (event.type === 'incident.created') return created(event);
  if (!ticket) return undefined;
  return { ...ticket, ...changeOf(ticket, event), seq: event.seq, changedAt: event.at };
}

/** The fold of the events about one ticket; undefined when it was never created. */
export function foldTicket(events: readonly LoggedEvent[]): Ticket | undefined {
  let ticket: Ticket | undefined;
  for (const event of events) if (isTicketEvent(event)) ticket = applyTicket(ticket, event);
  return ticket;
}

function created({ payload, actor, at, seq }: LoggedEvent<'incident.created'>): Ticket {
  const { ticketId, ...fields } = payload;
  return {
    ...fields,
    id: ticketId,
    reportedAt: at,
    reporter: actor,
    assignee: null,
    status: 'new',
    cause: '',
    remedy: '',
    scope: '',
    serious: null,
    personalData: null,
    reports: {},
    waivers: {},
    timeline: [],
    tasks: [],
    actions: [],
    comments: [],
    evidence: [],
    enteredAt: { new: at },
    enteredBy: { new: actor },
    reopened: 0,
    revision: 0,
    rewritten: {},
    closure: null,
    seq,
    changedAt: at,
  };
}

function changeOf(ticket: Ticket, event: Exclude<TicketEvent, { type: 'incident.created' }>): Partial<Ticket> {
  const { actor: by, at } = event;
  switch (event.type) {
    case 'incident.edited':
      return edited(ticket, event.payload.changes);
    case 'incident.assigned':
      return { assignee: event.payload.assignee };
    case 'incident.moved':
      return entered(ticket, event.payload.to, event);
    case 'incident.reopened':
      return { ...entered(ticket, 'in_progress', event), reopened: ticket.reopened + 1, closure: null };
    case 'incident.cancelled':
      return { ...entered(ticket, 'cancelled', event), closure: { reason: event.payload.reason, into: null, by } };
    case 'incident.merged':
      return {
        ...entered(ticket, 'merged', event),
        closure: { reason: event.payload.reason, into: event.payload.into, by },
      };
    case 'incident.noted': {
      const { noteId, kind, text } = event.payload;
      const entry = { id: noteId, at: event.payload.at, kind, text, by, recordedAt: at };
      return { timeline: [...ticket.timeline, entry].sort((a, b) => a.at - b.at) };
    }
    case 'incident.note_corrected': {
      const { noteId, kind, text } = event.payload;
      const corrected = replace(ticket.timeline, noteId, { at: event.payload.at, kind, text, by, recordedAt: at });
      return { timeline: [...corrected].sort((a, b) => a.at - b.at) };
    }
    case 'incident.task_added': {
      const { taskId, title, assignee, dueAt } = event.payload;
      const task: TicketTask = {
        id: taskId,
        title,
        assignee,
        dueAt,
        status: 'open',
        doneAt: null,
        doneBy: null,
        reason: '',
      };
      return { tasks: [...ticket.tasks, task] };
    }
    case 'incident.task_done':
      return {
        tasks: replace(ticket.tasks, event.payload.taskId, { status: 'done', doneAt: at, doneBy: by, reason: '' }),
      };
    case 'incident.task_waived':
      return {
        tasks: replace(ticket.tasks, event.payload.taskId, {
          status: 'waived',
          doneAt: at,
          doneBy: by,
          reason: event.payload.reason,
        }),
      };
    case 'incident.task_reopened':
      return {
        tasks: replace(ticket.tasks, event.payload.taskId, { status: 'open', doneAt: null, doneBy: null, reason: '' }),
      };
    case 'incident.action_added': {
      const { actionId, text, proofOfAction, proofOfEffect } = event.payload;
      return {
        actions: [
          ...ticket.actions,
          { id: actionId, at: event.payload.at, text, proofOfAction, proofOfEffect, by, recordedAt: at },
        ],
      };
    }
    case 'incident.action_proved': {
      const { actionId, proofOfAction, proofOfEffect } = event.payload;
      return { actions: replace(ticket.actions, actionId, { proofOfAction, proofOfEffect }) };
    }
    case 'incident.commented':
      return { comments: [...ticket.comments, { id: event.payload.commentId, at, by, text: event.payload.text }] };
    case 'incident.evidence_added': {
      const { evidenceId, name, size, sha256, mediaType } = event.payload;
      return { evidence: [...ticket.evidence, { id: evidenceId, name, size, sha256, mediaType, at, by }] };
    }
    case 'incident.serious_decided':
      return {
        serious: {
          value: event.payload.serious,
          reason: event.payload.reason,
          by,
          at: sinceWhen(ticket.serious, event.payload.serious, at),
        },
      };
    case 'incident.personal_data_decided':
      return { personalData: { value: event.payload.involved, detectedAt: event.payload.detectedAt, by, at } };
    case 'incident.clock_reported': {
      const { code, channel, receiver } = event.payload;
      return {
        reports: { ...ticket.reports, [code]: { at: event.payload.at, channel, receiver, by, recordedAt: at } },
      };
    }
    case 'incident.clock_waived':
      return { waivers: { ...ticket.waivers, [event.payload.code]: { reason: event.payload.reason, by, at } } };
  }
}

function edited({ revision, rewritten }: Ticket, changes: Partial<TicketFields>): Partial<Ticket> {
  const now = Object.fromEntries(Object.keys(changes).map((field) => [field, revision + 1]));
  return { ...changes, revision: revision + 1, rewritten: { ...rewritten, ...now } };
}

/** A decision repeated with another reason was still taken the first time. */
function sinceWhen(before: { value: boolean; at: number } | null, value: boolean, at: number): number {
  return before?.value === value ? before.at : at;
}

function entered(ticket: Ticket, status: TicketStatus, { at, actor }: TicketEvent): Partial<Ticket> {
  return {
    status,
    enteredAt: { ...ticket.enteredAt, [status]: at },
    enteredBy: { ...ticket.enteredBy, [status]: actor },
  };
}

function replace<T extends { id: string }>(list: readonly T[], id: string, change: Partial<T>): readonly T[] {
  return list.map((item) => (item.id === id ? { ...item, ...change } : item));
}
