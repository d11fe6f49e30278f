import { z } from 'zod';
import { addressees } from '../domain/drill/announcement.ts';
import { inPlay } from '../domain/drill/status.ts';
import { entry, params, seq } from './drill-fields.ts';
import { done, id, line, requiredParagraph } from './fields.ts';
import { operation } from './operation.ts';

export const drillAnnounce = operation({
  name: 'drill.announce',
  method: 'POST',
  path: '/drills/:drill/announcements',
  roles: ['drill:control'],
  summary: 'Tells everyone, with or without the hall, or one side, something.',
  params,
  body: z.strictObject({
    text: requiredParagraph(2_000),
    audience: z.enum(addressees),
    mustRead: z.boolean(),
  }),
  output: entry,
});

export const drillWithdrawAnnouncement = operation({
  name: 'drill.withdraw_announcement',
  method: 'POST',
  path: '/drills/:drill/announcements/withdraw',
  roles: ['drill:control'],
  summary:
    'Takes an announcement back before those it was made to; they keep its words, struck through, with the reason.',
  params,
  body: z.strictObject({ announcement: seq, reason: line(500) }),
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

const inject = z.object({ drill: id(), inject: id() });

export const injectRecall = operation({
  name: 'inject.recall',
  method: 'POST',
  path: '/drills/:drill/injects/:inject/recall',
  roles: ['drill:control'],
  phases: inPlay,
  summary: 'Takes the last delivery of a situation back from its teams, within a minute.',
  params: inject,
  output: done,
});

export const injectSkip = operation({
  name: 'inject.skip',
  method: 'POST',
  path: '/drills/:drill/injects/:inject/skip',
  roles: ['drill:control'],
  phases: inPlay,
  summary: 'Leaves a situation of the scenario out; no team learns of it.',
  params: inject,
  output: done,
});

export const injectRestore = operation({
  name: 'inject.restore',
  method: 'POST',
  path: '/drills/:drill/injects/:inject/restore',
  roles: ['drill:control'],
  phases: inPlay,
  summary: 'Puts a situation left out back on the run sheet.',
  params: inject,
  output: done,
});

export const injectsShift = operation({
  name: 'inject.shift_all',
  method: 'POST',
  path: '/drills/:drill/injects/shift',
  roles: ['drill:control'],
  phases: inPlay,
  summary: 'Moves every situation that has not been handed over; a negative number brings them forward.',
  params,
  body: z.strictObject({
    minutes: z
      .int()
      .min(-24 * 60)
      .max(24 * 60),
  }),
  output: done,
});

export const runSheetOperations = [
  drillAnnounce,
  drillWithdrawAnnouncement,
  injectDeliver,
  injectRecall,
  injectSkip,
  injectRestore,
  injectsShift,
] as const;
