import { z } from 'zod';
import { inPlay } from '../domain/drill/status.ts';
import { params } from './drill-fields.ts';
import { done, id, line, requiredParagraph } from './fields.ts';
import { operation } from './operation.ts';

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

export const runSheetOperations = [drillAnnounce, injectDeliver] as const;
