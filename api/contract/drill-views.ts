import { z } from 'zod';
import { seatRoles } from '../domain/actor.ts';
import { addressees } from '../domain/drill/announcement.ts';
import { drillStatuses } from '../domain/drill/status.ts';
import { params, phase, target, withdrawn } from './drill-fields.ts';
import { listOf, page, revision } from './fields.ts';
import { operation } from './operation.ts';
import { scoringRules } from './scoring-rules.ts';

const drillRow = z.object({
  id: z.string(),
  name: z.string(),
  theme: z.string(),
  status: z.enum(drillStatuses),
  hostOrganisationId: z.string(),
  /** Null for players and observers. */
  scenarioId: z.string().nullable(),
  startsAt: z.int(),
  endsAt: z.int(),
  createdAt: z.int(),
  /** The caller's seats in it. */
  seats: z.array(z.enum(seatRoles)),
});

export const drillList = operation({
  name: 'drill.list',
  method: 'GET',
  path: '/drills',
  roles: ['user'],
  summary: 'Drills the caller has a seat in or oversees, newest first; players see theirs once approved.',
  query: z.strictObject({ ...page, status: z.enum(drillStatuses).optional(), search: z.string().max(200).optional() }),
  output: listOf(drillRow),
});

const clock = z.object({
  /** Server time of the answer; everything in ms. */
  now: z.int(),
  running: z.boolean(),
  elapsedMs: z.int(),
  remainingMs: z.int(),
  durationMs: z.int(),
  endsAt: z.int(),
  phaseId: z.string().nullable(),
  frozenSince: z.int().nullable(),
});

/** A drill as its audience may see it: what is not theirs is null or absent from the list. */
export const drillView = z.object({
  id: z.string(),
  status: z.enum(drillStatuses),
  audience: z.enum(['control', 'judge', 'observer', 'red', 'blue']),
  name: z.string(),
  theme: z.string(),
  hostOrganisationId: z.string(),
  /** Null for players and observers. */
  scenarioId: z.string().nullable(),
  startsAt: z.int(),
  endsAt: z.int(),
  freezeMinutes: z.int().nullable(),
  objectives: z.array(z.string()),
  rulesText: z.string(),
  rulesHash: z.string(),
  emergencyContact: z.string(),
  decision: z.object({ number: z.string(), on: z.string(), fileId: z.string().nullable() }).nullable(),
  /** Of the plan. */
  revision: revision(),
  phases: z.array(phase),
  scoring: scoringRules,
  clock,
  /** The last one that can still be taken back: its entry in the log, when (ms) and by how much; null for everyone but control. */
  extension: z.object({ seq: z.int(), at: z.int(), byMs: z.int() }).nullable(),
  /** `items` is null until `revealAt` for attack teams and observers; teams see their own. */
  targets: z.object({ count: z.int(), revealAt: z.int(), items: z.array(target).nullable() }),
  announcements: z.array(
    z.object({
      seq: z.int(),
      at: z.int(),
      text: z.string(),
      audience: z.enum(addressees),
      mustRead: z.boolean(),
      withdrawn,
    }),
  ),
  injects: z.array(
    z.object({
      seq: z.int(),
      at: z.int(),
      injectId: z.string(),
      title: z.string(),
      text: z.string(),
      teamIds: z.array(z.string()),
      /** When it was taken back, ms; title and text are then empty for its teams. */
      recalledAt: z.int().nullable(),
    }),
  ),
  /** What was decided about situations yet to come; null for everyone but control. */
  runSheet: z
    .object({
      /** ms of drill time by which they come later than the scenario says. */
      shiftMs: z.int(),
      skipped: z.array(z.object({ injectId: z.string(), at: z.int() })),
    })
    .nullable(),
  /** Since when (ms) and why the clock was stopped; null while it was not. */
  pause: z.object({ at: z.int(), reason: z.string() }).nullable(),
  me: z
    .object({
      teamId: z.string().nullable(),
      captain: z.boolean(),
      rulesAccepted: z.boolean(),
      pledged: z.boolean(),
      /** A player may act: has accepted and signed, or a named person let it pass. */
      mayAct: z.boolean(),
    })
    .nullable(),
  /** Length of its log; 0 to players until it is published. */
  seq: z.int(),
});

export const drillRead = operation({
  name: 'drill.read',
  method: 'GET',
  path: '/drills/:drill',
  roles: ['drill:control', 'drill:judge', 'drill:red', 'drill:blue', 'drill:observer', 'organiser', 'leader'],
  summary: 'The plan, the clock and what has been announced, as the caller may see it.',
  params,
  output: drillView,
});

export const drillViewsOperations = [drillList, drillRead] as const;
