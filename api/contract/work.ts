import { z } from 'zod';
import { id } from './fields.ts';
import { operation } from './operation.ts';
import { deadlineLine, text } from './posture.ts';

export const workRead = operation({
  name: 'work.read',
  method: 'GET',
  path: '/work',
  roles: ['user'],
  output: z.object({
    now: z.int(),
    tickets: z.array(
      z.object({
        id: id(),
        number: text,
        title: text,
        severity: text,
        status: text,
        mode: z.enum(['real', 'drill']),
        drillId: text.nullable(),
        nextDueAt: z.int().nullable(),
      }),
    ),
    tasks: z.array(
      z.object({
        id: id(),
        title: text,
        dueAt: z.int().nullable(),
        ticketId: id(),
        number: text,
        mode: z.enum(['real', 'drill']),
        drillId: text.nullable(),
      }),
    ),
    deadlines: z.array(deadlineLine),
    drills: z.array(
      z.object({
        id: id(),
        name: text,
        status: text,
        role: text,
        teamId: text.nullable(),
        startsAt: z.int(),
        endsAt: z.int(),
        /** What waits for this person: `accept_rules`, `sign_pledge`, `claims_need_info`, `claims_to_verify`, `claims_to_judge`, `tickets_open`. */
        acts: z.array(z.object({ code: text, count: z.int() })),
      }),
    ),
  }),
  summary:
    'What waits for the caller: tickets, tasks, legal deadlines of the next 72 hours, drills with their next acts.',
});

export const workOperations = [workRead] as const;
