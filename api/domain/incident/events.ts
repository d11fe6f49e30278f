import type { TicketStatus } from './status.ts';
import type { NoteKind, TicketFields, TicketMode } from './ticket.ts';

/**
 * Everything that happens to a ticket. Real incidents: stream `incident:ORGANISATION`; tickets of a drill: stream `drill:ID`.
 * Subject: the ticket. Whoever acted is the actor of the event.
 */
export interface TicketEvents {
  'incident.created': {
    ticketId: string;
    number: string;
    mode: TicketMode;
    drillId: string | null;
    teamId: string | null;
    organisationId: string;
    profile: string;
  } & Pick<
    TicketFields,
    'title' | 'description' | 'severity' | 'type' | 'systemId' | 'targetId' | 'detectedAt' | 'detectionMethod'
  >;
  'incident.edited': { ticketId: string; changes: Partial<TicketFields> };
  'incident.assigned': { ticketId: string; assignee: string | null };
  'incident.moved': { ticketId: string; from: TicketStatus; to: TicketStatus };
  'incident.reopened': { ticketId: string; from: TicketStatus; reason: string };
  'incident.cancelled': { ticketId: string; from: TicketStatus; reason: string };
  'incident.merged': { ticketId: string; from: TicketStatus; into: string; reason: string };
  'incident.noted': { ticketId: string; noteId: string; at: number; kind: NoteKind; text: string };
  'incident.note_corrected': { ticketId: string; noteId: string; at: number; kind: NoteKind; text: string };
  'incident.task_added': {
    ticketId: string;
    taskId: string;
    title: string;
    assignee: string | null;
    dueAt: number | null;
  };
  'incident.task_done': { ticketId: string; taskId: string };
  'incident.task_waived': { ticketId: string; taskId: string; reason: string };
  'incident.task_reopened': { ticketId: string; taskId: string };
  'incident.action_added': {
    ticketId: string;
    actionId: string;
    at: number;
    text: string;
    proofOfAction: string;
    proofOfEffect: string;
  };
  'incident.action_proved': { ticketId: string; actionId: string; proofOfAction: string; proofOfEffect: string };
  'incident.commented': { ticketId: string; commentId: string; text: string };
  'incident.evidence_added': {
    ticketId: string;
    evidenceId: string;
    name: string;
    size: number;
    sha256: string;
    mediaType: string;
  };
  'incident.serious_decided': { ticketId: string; serious: boolean; reason: string };
  'incident.personal_data_decided': { ticketId: string; involved: boolean; detectedAt: number | null };
  'incident.clock_reported': { ticketId: string; code: string; at: number; channel: string; receiver: string };
  'incident.clock_waived': { ticketId: string; code: string; reason: string };
}

/** What becomes of a recognised finding after its drill is published; stream `incident:ORGANISATION`, subject: the claim. */
export interface RemediationEvents {
  'remediation.scheduled': { claimId: string; dueAt: number | null };
  'remediation.fixed': { claimId: string; note: string };
  'remediation.retested': { claimId: string; passed: boolean; note: string };
}

export interface IncidentEvents extends TicketEvents, RemediationEvents {}
