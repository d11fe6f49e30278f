import { z } from 'zod';
import { lifeActs } from '../domain/drill/status.ts';
import { day, entry, params, reason, seq } from './drill-fields.ts';
import { done, id, line } from './fields.ts';
import { operation } from './operation.ts';

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
  output: entry,
});

export const drillUndoExtension = operation({
  name: 'drill.undo_extension',
  method: 'POST',
  path: '/drills/:drill/undo-extension',
  roles: ['drill:control'],
  phases: lifeActs.extend,
  summary: 'Takes the last extension back, while the end it had moved is still to come; both stay on record.',
  params,
  body: z.strictObject({ extension: seq, reason: line(500) }),
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

export const drillLifeOperations = [
  drillApprove,
  drillPrepare,
  drillStart,
  drillPause,
  drillResume,
  drillExtend,
  drillUndoExtension,
  drillEnd,
  drillOpenJudging,
] as const;
