import type { Severity } from '../drill/claim.ts';
import type { TicketStatus } from './status.ts';

export const ticketModes = ['real', 'drill'] as const;
/** A real incident or one of a drill: never mixed in a count. */
export type TicketMode = (typeof ticketModes)[number];

export const noteKinds = [
  'observation',
  'detection',
  'containment',
  'eradication',
  'recovery',
  'communication',
  'decision',
] as const;
export type NoteKind = (typeof noteKinds)[number];

/** Something that happened, as people tell it; `at` (ms) is when it happened and may be corrected. */
export interface TimelineEntry {
  id: string;
  at: number;
  kind: NoteKind;
  text: string;
  by: string;
  /** ms; by the server's clock. */
  recordedAt: number;
}

export interface TicketTask {
  id: string;
  title: string;
  assignee: string | null;
  dueAt: number | null;
  status: 'open' | 'done' | 'waived';
  doneAt: number | null;
  doneBy: string | null;
  /** Why it was waived. */
  reason: string;
}

/** What was done against it. Without proof of effect ("bằng chứng hiệu quả") an action counts as incomplete. */
export interface TicketAction {
  id: string;
  at: number;
  text: string;
  proofOfAction: string;
  proofOfEffect: string;
  by: string;
  recordedAt: number;
}

export interface TicketComment {
  id: string;
  at: number;
  by: string;
  text: string;
}

export interface TicketEvidence {
  id: string;
  name: string;
  size: number;
  sha256: string;
  mediaType: string;
  at: number;
  by: string;
}

/** A legal notice or report as given: when, by which channel, who received it. */
export interface ClockReport {
  at: number;
  channel: string;
  receiver: string;
  by: string;
  recordedAt: number;
}

export interface ClockWaiver {
  reason: string;
  by: string;
  at: number;
}

/** What may be edited by one act. */
export interface TicketFields {
  title: string;
  description: string;
  severity: Severity;
  /** One of the ten codes of the regulation data; null = not yet classified. */
  type: string | null;
  systemId: string | null;
  targetId: string | null;
  /** ms; when it was noticed, as people state it. Legal clocks start here. */
  detectedAt: number;
  detectionMethod: string;
  cause: string;
  remedy: string;
  scope: string;
}

/** One incident ticket, of a real incident or of a drill: the fold of its events. */
export interface Ticket extends TicketFields {
  id: string;
  number: string;
  mode: TicketMode;
  drillId: string | null;
  /** Defence team in a drill. */
  teamId: string | null;
  organisationId: string;
  /** ms; when it entered the system, by the server's clock. */
  reportedAt: number;
  reporter: string;
  assignee: string | null;
  status: TicketStatus;
  /** Regulation profile it was stamped with, `id@version`. */
  profile: string;
  /** Set by a named person; null = not decided. */
  serious: { value: boolean; by: string; at: number; reason: string } | null;
  /** `detectedAt` (ms) starts its own clock. */
  personalData: { value: boolean; detectedAt: number | null; by: string; at: number } | null;
  reports: Readonly<Record<string, ClockReport>>;
  waivers: Readonly<Record<string, ClockWaiver>>;
  timeline: readonly TimelineEntry[];
  tasks: readonly TicketTask[];
  actions: readonly TicketAction[];
  comments: readonly TicketComment[];
  evidence: readonly TicketEvidence[];
  /** ms; when each status was last entered. */
  enteredAt: Readonly<Partial<Record<TicketStatus, number>>>;
  /** Who took it there. */
  enteredBy: Readonly<Partial<Record<TicketStatus, string>>>;
  reopened: number;
  /** How often its facts were edited, and at which of these edits each was last rewritten. */
  revision: number;
  rewritten: Readonly<Partial<Record<keyof TicketFields, number>>>;
  /** Why it was cancelled or merged, and into which ticket. */
  closure: { reason: string; into: string | null; by: string } | null;
  /** Of the last event applied. */
  seq: number;
  changedAt: number;
}

/** Actions that lack a proof; in a drill the judges see them as incomplete. */
export function incompleteActions(ticket: Pick<Ticket, 'actions'>): readonly TicketAction[] {
  return ticket.actions.filter((action) => action.proofOfAction === '' || action.proofOfEffect === '');
}
