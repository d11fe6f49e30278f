import { z } from 'zod';
import { drillStatuses } from '../domain/drill/status.ts';
import { sides } from '../domain/drill/plan.ts';
import { watchers, withdrawn } from './drill-fields.ts';
import { done, id, line } from './fields.ts';
import { operation } from './operation.ts';

const drill = z.object({ drill: id() });
const code = z.object({ code: z.string().regex(/^[A-Za-z0-9 -]{1,20}$/) });
const counts = z.object({ critical: z.int(), high: z.int(), medium: z.int(), low: z.int() });
const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const boardRow = z.object({
  rank: z.int(),
  teamId: z.string(),
  name: z.string(),
  side: z.enum(sides),
  organisations: z.array(z.string()),
  points: z.int(),
  counts,
  firstBloods: z.int(),
  /** Places won (+) or lost (−) in the quarter of an hour before the last points. */
  delta: z.int(),
  shared: z.boolean(),
  /** Where points are equal: the rule that parted the teams, or `shared`. */
  tie: z.object({ code: z.string(), params }).nullable(),
});

export const board = z.object({
  drillId: z.string(),
  name: z.string(),
  mode: z.literal('drill'),
  status: z.enum(drillStatuses),
  phase: z.string().nullable(),
  /** Planned start, ms. */
  startsAt: z.int(),
  /** Of the answer, ms; good to a second. */
  serverTime: z.int(),
  /** At `serverTime`; while running it goes on from there. */
  clock: z.object({
    elapsedMs: z.int(),
    remainingMs: z.int(),
    durationMs: z.int(),
    running: z.boolean(),
    endsAt: z.int(),
  }),
  /** `frozen` tells what this board shows; control and judges see a live board and `at` all the same. `plannedAt`: when the clock will freeze it. */
  freeze: z.object({
    at: z.int().nullable(),
    plannedAt: z.int().nullable(),
    frozen: z.boolean(),
    revealed: z.array(z.string()),
  }),
  /** Since when (ms) and why the organisers stopped the clock; they know that the hall reads it. */
  pause: z.object({ at: z.int(), reason: z.string() }).nullable(),
  /** The last announcement meant for the hall. */
  notice: z.object({ at: z.int(), text: z.string(), withdrawn }).nullable(),
  /** When points last moved on this board. */
  updatedAt: z.int().nullable(),
  rows: z.array(boardRow),
  feed: z.array(
    z.object({ at: z.int(), teamId: z.string(), rule: z.string(), severity: z.string().nullable(), points: z.int() }),
  ),
  totals: z.object({ recognised: z.int(), detectedPercent: z.int().nullable(), medianMinutes: z.int().nullable() }),
  /** The last signed statement about the log that this audience may know. */
  checkpoint: z.object({ seq: z.int(), hash: z.string(), at: z.int() }).nullable(),
  ties: z.array(z.string()),
  rulesVersion: z.string(),
  rulesOrigin: z.enum(['suggested', 'edited']),
  version: z.int(),
});

export const boardRead = operation({
  name: 'board.read',
  method: 'GET',
  path: '/drills/:drill/board',
  roles: watchers,
  summary: 'The scoreboard: live for control and judges, as the hall sees it for everyone else.',
  params: drill,
  output: board,
});

export const boardPublic = operation({
  name: 'board.public',
  method: 'GET',
  path: '/board/:code',
  roles: ['anyone'],
  summary: 'The scoreboard for whoever holds its 8-character code.',
  params: code,
  output: board,
});

export const boardCheckpoint = operation({
  name: 'board.checkpoint',
  method: 'GET',
  path: '/board/:code/checkpoint.svg',
  roles: ['anyone'],
  summary: 'The text that a checkpoint shown on the board signs, as a QR code for every camera to keep.',
  params: code,
  query: z.strictObject({ seq: z.coerce.number().int().min(1) }),
  output: z.string(),
});

const points = z.object({
  durationMs: z.int(),
  lines: z.array(
    z.object({
      teamId: z.string(),
      name: z.string(),
      side: z.enum(sides),
      steps: z.array(z.object({ elapsedMs: z.int(), points: z.int() })),
    }),
  ),
});

export const boardSeries = operation({
  name: 'board.series',
  method: 'GET',
  path: '/drills/:drill/board/series',
  roles: watchers,
  summary: 'Points of every team over drill time, as steps.',
  params: drill,
  output: points,
});

export const boardPublicSeries = operation({
  name: 'board.public_series',
  method: 'GET',
  path: '/board/:code/series',
  roles: ['anyone'],
  summary: 'Points of every team over drill time, for whoever holds the code of the board.',
  params: code,
  output: points,
});

const inJudgement = ['live', 'paused', 'ended', 'judging'] as const;
const reason = z.strictObject({ reason: line(500) });

export const boardFreeze = operation({
  name: 'board.freeze',
  method: 'POST',
  path: '/drills/:drill/board/freeze',
  roles: ['drill:control'],
  phases: inJudgement,
  stepUp: true,
  summary: 'Public scores stand still from now on.',
  params: drill,
  body: reason,
  output: done,
});

export const boardUnfreeze = operation({
  name: 'board.unfreeze',
  method: 'POST',
  path: '/drills/:drill/board/unfreeze',
  roles: ['drill:control'],
  phases: inJudgement,
  stepUp: true,
  summary: 'Shows everything; a board is frozen once.',
  params: drill,
  body: reason,
  output: done,
});

export const boardReveal = operation({
  name: 'board.reveal_step',
  method: 'POST',
  path: '/drills/:drill/board/reveal',
  roles: ['drill:control'],
  phases: ['ended', 'judging'],
  stepUp: true,
  summary:
    'Shows what one team has gained since the freeze; by default the lowest on the frozen board that still waits.',
  params: drill,
  body: z.strictObject({ teamId: id().nullable().default(null) }),
  output: z.object({ teamId: z.string(), left: z.int() }),
});

export const boardOperations = [
  boardRead,
  boardPublic,
  boardCheckpoint,
  boardSeries,
  boardPublicSeries,
  boardFreeze,
  boardUnfreeze,
  boardReveal,
] as const;
