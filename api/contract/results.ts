import { z } from 'zod';
import { sides } from '../domain/drill/plan.ts';
import { lifeActs } from '../domain/drill/status.ts';
import { boardRow } from './board.ts';
import { watchers } from './drill-fields.ts';
import { done, id, optionalLine } from './fields.ts';
import { operation } from './operation.ts';

const drill = z.object({ drill: id() });
const tier = z.enum(['first', 'second', 'third', 'consolation']);
const side = z.enum([...sides, 'overall']);

const prize = z.strictObject({
  tier,
  side,
  teamIds: z.array(id()).min(1).max(40),
  reason: optionalLine(300).default(''),
});

export const drillPublish = operation({
  name: 'drill.publish',
  method: 'POST',
  path: '/drills/:drill/publish',
  roles: ['drill:control'],
  phases: lifeActs.publish,
  stepUp: true,
  summary:
    'Publishes the results with the prize list; every finding must be decided. A frozen board is unfrozen by it.',
  params: drill,
  body: z.strictObject({ prizes: z.array(prize).max(60) }),
  output: done,
});

const prizeView = z.object({
  tier,
  side,
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  reason: z.string(),
});

export const resultsRead = operation({
  name: 'results.read',
  method: 'GET',
  path: '/drills/:drill/results',
  roles: watchers,
  summary: 'Ranks and prizes; before publication for control and judges only, with a prize list proposed by rank.',
  params: drill,
  output: z.object({
    published: z.boolean(),
    rows: z.array(boardRow),
    prizes: z.array(prizeView),
    /** By rank, to start from; empty once published. */
    proposal: z.array(prizeView),
    undecided: z.int(),
    totals: z.object({
      submitted: z.int(),
      recognised: z.int(),
      duplicate: z.int(),
      rejected: z.int(),
      tickets: z.int(),
    }),
  }),
});

export const resultsFile = operation({
  name: 'results.xlsx',
  method: 'GET',
  path: '/drills/:drill/results.xlsx',
  roles: watchers,
  summary: 'The results as a workbook; the list of findings in it is for control and judges.',
  params: drill,
  query: z.strictObject({ locale: z.enum(['vi', 'en']).default('vi') }),
  output: z.string(),
});

export const drillReplay = operation({
  name: 'drill.replay',
  method: 'GET',
  path: '/drills/:drill/replay',
  roles: watchers,
  summary:
    'Every movement of points by drill time, for the slider: control and judges once it ended, others once published.',
  params: drill,
  output: z.object({
    durationMs: z.int(),
    teams: z.array(z.object({ id: z.string(), name: z.string(), side: z.enum(sides) })),
    marks: z.array(z.object({ elapsedMs: z.int(), kind: z.enum(['start', 'pause', 'freeze', 'end']) })),
    steps: z.array(
      z.object({
        elapsedMs: z.int(),
        teamId: z.string(),
        points: z.int(),
        rule: z.string(),
        severity: z.string().nullable(),
      }),
    ),
  }),
});

export const resultsOperations = [drillPublish, resultsRead, resultsFile, drillReplay] as const;
