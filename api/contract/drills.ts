import { z } from 'zod';
import { seatRoles } from '../domain/actor.ts';
import { phaseKinds } from '../domain/drill/plan.ts';
import { beforeStart, drillStatuses, inPlay, lifeActs } from '../domain/drill/status.ts';
import { done, id, instant, line, listOf, optionalLine, page, paragraph, requiredParagraph } from './fields.ts';
import { operation } from './operation.ts';
import { scoringRules, scoringTable } from './scoring-rules.ts';

const params = z.object({ drill: id() });
const span = () =>
  z
    .int()
    .min(0)
    .max(62 * 24 * 3_600_000);
const reason = z.strictObject({ reason: line(500) });
/** yyyy-MM-dd */
export const day = () => z.iso.date();

const phase = z.strictObject({
  id: id(),
  kind: z.enum(phaseKinds),
  title: line(200),
  startsAfterMs: span(),
  durationMs: span(),
});

export const target = z.object({
  id: z.string(),
  systemId: z.string().nullable(),
  name: z.string(),
  ownerOrganisationId: z.string().nullable(),
  scope: z.array(z.string()),
  level: z.int().nullable(),
});

const drillRow = z.object({
  id: z.string(),
  name: z.string(),
  theme: z.string(),
  status: z.enum(drillStatuses),
  hostOrganisationId: z.string(),
  /** Null for players. */
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
  query: z.object({ ...page, status: z.enum(drillStatuses).optional(), search: z.string().max(200).optional() }),
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
  /** Null for players. */
  scenarioId: z.string().nullable(),
  startsAt: z.int(),
  endsAt: z.int(),
  freezeMinutes: z.int().nullable(),
  objectives: z.array(z.string()),
  rulesText: z.string(),
  rulesHash: z.string(),
  emergencyContact: z.string(),
  decision: z.object({ number: z.string(), on: z.string(), fileId: z.string().nullable() }).nullable(),
  phases: z.array(phase),
  scoring: scoringRules,
  clock,
  /** `items` is null until `revealAt` for attack teams; defence teams see their own. */
  targets: z.object({ count: z.int(), revealAt: z.int(), items: z.array(target).nullable() }),
  announcements: z.array(
    z.object({
      seq: z.int(),
      at: z.int(),
      text: z.string(),
      audience: z.enum(['everyone', 'red', 'blue']),
      mustRead: z.boolean(),
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
    }),
  ),
  me: z
    .object({
      teamId: z.string().nullable(),
      captain: z.boolean(),
      rulesAccepted: z.boolean(),
      pledged: z.boolean(),
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

const planBody = {
  name: line(200),
  theme: optionalLine(300),
  startsAt: instant(),
  endsAt: instant(),
  /** Default: the start. */
  revealTargetsAt: instant().optional(),
  freezeMinutes: z
    .int()
    .min(0)
    .max(60 * 24 * 31)
    .nullable(),
  rulesText: requiredParagraph(30_000),
  objectives: z.array(line(500)).max(30),
  emergencyContact: paragraph(500),
  phases: z.array(phase).min(1).max(12),
};

export const drillCreate = operation({
  name: 'drill.create',
  method: 'POST',
  path: '/drills',
  roles: ['organiser'],
  summary: 'Drafts a drill from a scenario and dates, or freely; the caller takes a seat in control.',
  body: z.strictObject({
    name: line(200),
    hostOrganisationId: id(),
    scenarioId: id().nullable(),
    startsAt: instant(),
    /** Default: the length of the scenario. Another length scales its phases. */
    endsAt: instant().optional(),
    revealTargetsAt: instant().optional(),
    freezeMinutes: planBody.freezeMinutes.optional(),
    theme: planBody.theme.optional(),
    rulesText: planBody.rulesText.optional(),
    objectives: planBody.objectives.optional(),
    emergencyContact: planBody.emergencyContact.optional(),
    phases: planBody.phases.optional(),
  }),
  output: z.object({ id: z.string() }),
});

export const drillUpdate = operation({
  name: 'drill.update',
  method: 'PUT',
  path: '/drills/:drill/plan',
  roles: ['drill:control'],
  phases: beforeStart,
  summary: 'Replaces the plan. A changed Nội quy must be accepted again.',
  params,
  body: z.strictObject(planBody),
  output: done,
});

export const drillSetRules = operation({
  name: 'drill.set_rules',
  method: 'PUT',
  path: '/drills/:drill/scoring',
  roles: ['drill:control'],
  phases: beforeStart,
  stepUp: true,
  summary: 'Sets the point table; only before the start.',
  params,
  body: scoringTable,
  output: z.object({ version: z.string() }),
});

export const drillApprove = operation({
  name: 'drill.approve',
  method: 'POST',
  path: '/drills/:drill/approve',
  roles: ['organiser', 'leader'],
  phases: lifeActs.approve,
  summary: 'Approves the plan by a decision with its number and date.',
  params,
  body: z.strictObject({ decisionNumber: line(100), decidedOn: day(), fileId: id().nullable() }),
  output: done,
});

export const drillPrepare = operation({
  name: 'drill.prepare',
  method: 'POST',
  path: '/drills/:drill/prepare',
  roles: ['drill:control'],
  phases: lifeActs.prepare,
  summary: 'Opens the preparation: teams, addresses, acceptance of the rules.',
  params,
  output: done,
});

export const drillStart = operation({
  name: 'drill.start',
  method: 'POST',
  path: '/drills/:drill/start',
  roles: ['drill:control'],
  phases: lifeActs.start,
  summary: 'Starts the clock if the start gate is complete; a refused attempt is logged with what is missing.',
  params,
  output: z.object({
    started: z.boolean(),
    code: z.literal('gate.incomplete').nullable(),
    missing: z.array(z.string()),
  }),
});

export const drillPause = operation({
  name: 'drill.pause',
  method: 'POST',
  path: '/drills/:drill/pause',
  roles: ['drill:control'],
  phases: lifeActs.pause,
  summary: 'Stops the drill clock for everyone.',
  params,
  body: reason,
  output: done,
});

export const drillResume = operation({
  name: 'drill.resume',
  method: 'POST',
  path: '/drills/:drill/resume',
  roles: ['drill:control'],
  phases: lifeActs.resume,
  summary: 'Lets the drill clock run on.',
  params,
  body: reason,
  output: done,
});

export const drillExtend = operation({
  name: 'drill.extend',
  method: 'POST',
  path: '/drills/:drill/extend',
  roles: ['drill:control'],
  phases: lifeActs.extend,
  summary: 'Adds time to the drill clock.',
  params,
  body: z.strictObject({
    minutes: z
      .int()
      .min(1)
      .max(7 * 24 * 60),
    reason: line(500),
  }),
  output: done,
});

export const drillEnd = operation({
  name: 'drill.end',
  method: 'POST',
  path: '/drills/:drill/end',
  roles: ['drill:control'],
  phases: lifeActs.end,
  summary: 'Ends the drill before its time.',
  params,
  body: reason,
  output: done,
});

export const drillOpenJudging = operation({
  name: 'drill.open_judging',
  method: 'POST',
  path: '/drills/:drill/open-judging',
  roles: ['drill:control'],
  phases: lifeActs.open_judging,
  summary: 'Hands the drill to the judges.',
  params,
  output: done,
});

export const drillAnnounce = operation({
  name: 'drill.announce',
  method: 'POST',
  path: '/drills/:drill/announcements',
  roles: ['drill:control'],
  summary: 'Tells everyone, or one side, something.',
  params,
  body: z.strictObject({
    text: requiredParagraph(2_000),
    audience: z.enum(['everyone', 'red', 'blue']),
    mustRead: z.boolean(),
  }),
  output: done,
});

export const injectDeliver = operation({
  name: 'inject.deliver',
  method: 'POST',
  path: '/drills/:drill/injects',
  roles: ['drill:control'],
  phases: inPlay,
  summary: 'Hands a situation of the scenario, or a free one, to teams.',
  params,
  body: z.strictObject({
    /** Of the scenario; null = a free one. */
    injectId: id().nullable(),
    /** Taken from the scenario when absent. */
    title: line(200).optional(),
    text: requiredParagraph(4_000).optional(),
    teamIds: z.array(id()).min(1).max(100),
  }),
  output: z.object({ injectId: z.string() }),
});

export const targetAdd = operation({
  name: 'target.add',
  method: 'POST',
  path: '/drills/:drill/targets',
  roles: ['drill:control'],
  phases: beforeStart,
  summary: 'Puts a system into scope: one of the registry, or a free one by name.',
  params,
  body: z.strictObject({
    systemId: id().nullable(),
    name: line(200),
    ownerOrganisationId: id().nullable(),
    scope: z.array(line(253)).max(100),
    level: z.int().min(1).max(5).nullable(),
  }),
  output: z.object({ id: z.string() }),
});

export const targetRemove = operation({
  name: 'target.remove',
  method: 'POST',
  path: '/drills/:drill/targets/:target/remove',
  roles: ['drill:control'],
  phases: beforeStart,
  summary: 'Takes a system out of scope, with what the gate had on record for it.',
  params: z.object({ drill: id(), target: id() }),
  output: done,
});

export const boardCodeCreate = operation({
  name: 'board_code.create',
  method: 'POST',
  path: '/drills/:drill/board-code',
  roles: ['drill:control'],
  summary: 'Makes a new code for the board in the hall; the old one stops working.',
  params,
  output: z.object({ code: z.string() }),
});

export const boardCodeRead = operation({
  name: 'board_code.read',
  method: 'GET',
  path: '/drills/:drill/board-code',
  roles: ['drill:control'],
  summary: 'The code of the board in the hall, to be shown on the projector.',
  params,
  output: z.object({ code: z.string().nullable() }),
});

export const drillsOperations = [
  drillList,
  drillRead,
  drillCreate,
  drillUpdate,
  drillSetRules,
  drillApprove,
  drillPrepare,
  drillStart,
  drillPause,
  drillResume,
  drillExtend,
  drillEnd,
  drillOpenJudging,
  drillAnnounce,
  injectDeliver,
  targetAdd,
  targetRemove,
  boardCodeCreate,
  boardCodeRead,
] as const;
