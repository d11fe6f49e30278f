import { z } from 'zod';
import { severities } from '../domain/drill/claim.ts';
import { clockStates } from '../domain/incident/deadline.ts';
import { ticketStatuses } from '../domain/incident/status.ts';
import { noteKinds, ticketModes } from '../domain/incident/ticket.ts';
import { id, revision } from './fields.ts';
import { named } from './registry-fields.ts';

const at = z.int();
const text = z.string();
const label = z.object({ vi: text, en: text });

/** Where a rule stands and how far its text was compared with the original. */
export const ruleSource = z.object({
  number: text,
  article: text,
  checked: z.enum(['gazette', 'archive', 'none']),
  note: text,
});

const reported = z.object({ at, channel: text, receiver: text, by: text, recordedAt: at });

/** One legal clock of a ticket. `atOnce` = "ngay". */
export const ticketClock = z.object({
  code: text,
  label,
  condition: label,
  state: z.enum(clockStates),
  atOnce: z.boolean(),
  startedAt: at.nullable(),
  dueAt: at.nullable(),
  classifiedLate: z.boolean(),
  reported: reported.nullable(),
  waived: z.object({ reason: text, by: text, at }).nullable(),
  recipient: label,
  action: z.enum(['notify', 'report']),
  form: text.nullable(),
  source: ruleSource,
});

/** A ticket as lists show it. */
export const ticketLine = z.object({
  id: id(),
  number: text,
  mode: z.enum(ticketModes),
  title: text,
  status: z.enum(ticketStatuses),
  severity: z.enum(severities),
  type: text.nullable(),
  organisationId: text,
  organisationName: text.nullable(),
  /** Who goes on for an organisation that has ended. */
  successorName: text.nullable(),
  systemId: text.nullable(),
  systemName: text.nullable(),
  targetId: text.nullable(),
  teamId: text.nullable(),
  assignee: text.nullable(),
  assigneeName: text.nullable(),
  detectedAt: at,
  reportedAt: at,
  nextDueAt: at.nullable(),
  overdue: z.boolean(),
  serious: z.boolean().nullable(),
  openTasks: z.int(),
  incompleteActions: z.int(),
});

const decided = { by: text, at };

/** Everything about one ticket that its readers may see. */
export const ticketView = z.object({
  ticket: z.object({
    id: id(),
    number: text,
    mode: z.enum(ticketModes),
    drillId: text.nullable(),
    teamId: text.nullable(),
    organisationId: text,
    title: text,
    description: text,
    severity: z.enum(severities),
    type: text.nullable(),
    systemId: text.nullable(),
    targetId: text.nullable(),
    detectedAt: at,
    detectionMethod: text,
    cause: text,
    remedy: text,
    scope: text,
    reportedAt: at,
    reporter: text,
    assignee: text.nullable(),
    status: z.enum(ticketStatuses),
    profile: text,
    reopened: z.int(),
    revision: revision(),
    seq: z.int(),
    changedAt: at,
    serious: z.object({ value: z.boolean(), reason: text, ...decided }).nullable(),
    personalData: z.object({ value: z.boolean(), detectedAt: at.nullable(), ...decided }).nullable(),
    timeline: z.array(z.object({ id: id(), at, kind: z.enum(noteKinds), text, by: text, recordedAt: at })),
    tasks: z.array(
      z.object({
        id: id(),
        title: text,
        assignee: text.nullable(),
        dueAt: at.nullable(),
        status: z.enum(['open', 'done', 'waived']),
        doneAt: at.nullable(),
        doneBy: text.nullable(),
        reason: text,
      }),
    ),
    actions: z.array(
      z.object({
        id: id(),
        at,
        text,
        proofOfAction: text,
        proofOfEffect: text,
        by: text,
        recordedAt: at,
        /** A proof is missing. */
        incomplete: z.boolean(),
      }),
    ),
    comments: z.array(z.object({ id: id(), at, by: text, text })),
    evidence: z.array(z.object({ id: id(), name: text, size: z.int(), sha256: text, mediaType: text, at, by: text })),
    enteredAt: z.partialRecord(z.enum(ticketStatuses), at),
    enteredBy: z.partialRecord(z.enum(ticketStatuses), text),
    closure: z.object({ reason: text, into: text.nullable(), by: text }).nullable(),
  }),
  clocks: z.array(ticketClock),
  steps: z.array(z.object({ to: z.enum(ticketStatuses), missing: z.array(text), needsReason: z.boolean() })),
  /** Names of the people the ticket mentions, by account id. */
  people: z.record(text, text),
  systemName: text.nullable(),
  organisationName: text.nullable(),
  /** Who goes on for an organisation that has ended. */
  successor: named.nullable(),
  /** What the reader may do: work on it, add to it, or only read. */
  access: z.enum(['work', 'add', 'read']),
  now: at,
});
