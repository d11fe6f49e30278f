import { z } from 'zod';
import { drill, judging } from './claim-fields.ts';
import { done, hundredths, id, line } from './fields.ts';
import { operation } from './operation.ts';

export const scoreAdjust = operation({
  name: 'score.adjust',
  method: 'POST',
  path: '/drills/:drill/adjustments',
  roles: ['drill:control', 'drill:judge'],
  phases: judging,
  stepUp: true,
  summary: 'Points by hand: a breach costs, a bonus earns, a correction may do either.',
  params: drill,
  body: z.strictObject({
    teamId: id(),
    points: hundredths(),
    rule: z.enum(['breach', 'correction', 'bonus']),
    reason: line(500),
  }),
  output: done,
});

export const scoreWhy = operation({
  name: 'score.why',
  method: 'GET',
  path: '/drills/:drill/teams/:team/score',
  roles: ['drill:control', 'drill:judge', 'drill:red', 'drill:blue'],
  summary:
    'Every line of a team’s ledger with its rule, version and inputs; a team reads its own, as far as the board shows.',
  params: z.object({ drill: id(), team: id() }),
  query: z.strictObject({ claim: z.string().max(64).optional() }),
  output: z.object({
    points: z.int(),
    lines: z.array(
      z.object({
        at: z.int(),
        points: z.int(),
        rule: z.string(),
        claimId: z.string().nullable(),
        claimNumber: z.string().nullable(),
        ticketId: z.string().nullable(),
        by: z.string().nullable(),
        inputs: z.record(z.string(), z.union([z.string(), z.number()])),
        reason: z.string(),
      }),
    ),
  }),
});

export const scoresOperations = [scoreAdjust, scoreWhy] as const;
