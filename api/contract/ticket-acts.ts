import { z } from 'zod';
import { severities } from '../domain/drill/claim.ts';
import { ticketStatuses } from '../domain/incident/status.ts';
import { noteKinds } from '../domain/incident/ticket.ts';
import { done, id, instant, line, optionalLine, paragraph, requiredParagraph, revision } from './fields.ts';
import { operation } from './operation.ts';
import type { OperationShape } from './operation.ts';
import { incidentParams, made, ticketParams, workers, written } from './ticket-fields.ts';

/** Acts on a ticket have two addresses: that of a real incident and that of a drill. */
function act<const B extends z.ZodType, const T extends z.ZodType>(
  name: string,
  path: string,
  summary: string,
  roles: OperationShape['roles'],
  body: B,
  output: T,
) {
  return {
    real: operation({
      name: `incident.${name}`,
      method: 'POST',
      path: `/incidents/:incident${path}`,
      summary,
      roles,
      params: incidentParams,
      body,
      output,
    }),
    drill: operation({
      name: `ticket.${name}`,
      method: 'POST',
      path: `/drills/:drill/tickets/:incident${path}`,
      summary: `${summary} (ticket of a drill)`,
      roles: ['drill:blue'],
      phases: written,
      params: ticketParams,
      body,
      output,
    }),
  };
}

export const transitionActs = act(
  'transition',
  '/steps',
  'Take a step of its life; reopening, cancelling and merging need a reason.',
  workers,
  z.strictObject({
    to: z.enum(ticketStatuses),
    reason: optionalLine(1_000).default(''),
    into: id().nullable().default(null),
  }),
  done,
);

export const editActs = act(
  'edit',
  '/edit',
  'Change facts of a ticket; refused as stale where somebody else rewrote one of them after `revision`.',
  workers,
  z
    .strictObject({
      title: line(200),
      description: paragraph(),
      severity: z.enum(severities),
      type: id().nullable(),
      systemId: id().nullable(),
      targetId: id().nullable(),
      detectedAt: instant(),
      detectionMethod: optionalLine(500),
      cause: paragraph(),
      remedy: paragraph(),
      scope: paragraph(),
    })
    .partial()
    .extend({ revision: revision() }),
  done,
);

export const classifyActs = act(
  'classify',
  '/classify',
  'Decide whether it is serious, and whether personal data is involved.',
  workers,
  z.strictObject({
    serious: z.strictObject({ value: z.boolean(), reason: optionalLine(1_000).default('') }).optional(),
    personalData: z.strictObject({ value: z.boolean(), detectedAt: instant().nullable().default(null) }).optional(),
  }),
  done,
);

export const assignActs = act(
  'assign',
  '/assignee',
  'Say who handles it; null = nobody.',
  workers,
  z.strictObject({ assignee: id().nullable() }),
  done,
);

const note = {
  at: instant().optional(),
  kind: z.enum(noteKinds).default('observation'),
  text: requiredParagraph(4_000),
};

export const noteActs = act('note', '/timeline', 'Add an entry to the timeline.', ['user'], z.strictObject(note), made);

export const noteCorrectActs = act(
  'note_correct',
  '/timeline/correct',
  'Correct an entry of the timeline; the log keeps the former text.',
  workers,
  z.strictObject({ noteId: id(), ...note, at: instant() }),
  done,
);

export const taskAddActs = act(
  'task_add',
  '/tasks',
  'Add a task.',
  workers,
  z.strictObject({
    title: line(300),
    assignee: id().nullable().default(null),
    dueAt: instant().nullable().default(null),
  }),
  made,
);

export const taskSettleActs = act(
  'task_settle',
  '/tasks/settle',
  'Set a task done, waive it with a reason, or reopen it.',
  workers,
  z.strictObject({ taskId: id(), to: z.enum(['done', 'waived', 'open']), reason: optionalLine(500).default('') }),
  done,
);

const proof = { proofOfAction: paragraph(4_000).default(''), proofOfEffect: paragraph(4_000).default('') };

export const actionAddActs = act(
  'action_add',
  '/actions',
  'Record what was done, with proof of the act and of its effect.',
  workers,
  z.strictObject({ at: instant().optional(), text: requiredParagraph(4_000), ...proof }),
  made,
);

export const actionProveActs = act(
  'action_prove',
  '/actions/prove',
  'Set the proofs of an action.',
  workers,
  z.strictObject({ actionId: id(), ...proof }),
  done,
);

export const commentActs = act(
  'comment',
  '/comments',
  'Comment on a ticket.',
  ['user'],
  z.strictObject({ text: requiredParagraph(4_000) }),
  made,
);

export const clockReportActs = act(
  'clock_report',
  '/clocks/report',
  'Record that a notice or report was given: when, by which channel, to whom.',
  workers,
  z.strictObject({ code: id(), at: instant().optional(), channel: line(200), receiver: line(200) }),
  done,
);

export const clockWaiveActs = act(
  'clock_waive',
  '/clocks/waive',
  'Record why a notice or report is not given.',
  workers,
  z.strictObject({ code: id(), reason: line(1_000) }),
  done,
);

const acts = [
  transitionActs,
  editActs,
  classifyActs,
  assignActs,
  noteActs,
  noteCorrectActs,
  taskAddActs,
  taskSettleActs,
  actionAddActs,
  actionProveActs,
  commentActs,
  clockReportActs,
  clockWaiveActs,
];

export const ticketActsOperations: readonly OperationShape[] = acts.flatMap(({ real, drill }) => [real, drill]);
