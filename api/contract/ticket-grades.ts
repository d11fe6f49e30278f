import { z } from 'zod';
import { drill, judging } from './claim-fields.ts';
import { id, paragraph } from './fields.ts';
import { operation } from './operation.ts';

export const ticketGrade = operation({
  name: 'ticket.grade',
  method: 'POST',
  path: '/drills/:drill/tickets/:ticket/grade',
  roles: ['drill:judge'],
  phases: judging,
  summary: 'Marks a defence team’s ticket, 0 to 100 for every criterion of the rules.',
  params: z.object({ drill: id(), ticket: id() }),
  body: z.strictObject({
    marks: z.record(z.string().max(40), z.int().min(0).max(100)),
    reason: paragraph(2_000).default(''),
    /** Sequence number of the grade replaced; null = the first. */
    supersedes: z.int().nullable().default(null),
  }),
  output: z.object({ points: z.int(), seq: z.int() }),
});

export const ticketGrades = operation({
  name: 'ticket.grades',
  method: 'GET',
  path: '/drills/:drill/grades',
  roles: ['drill:control', 'drill:judge', 'drill:blue'],
  summary: 'Grades in force of defence tickets; a team reads its own, as far as the board shows.',
  params: drill,
  output: z.object({
    /** Most points (hundredths) by criterion. */
    criteria: z.record(z.string(), z.int()),
    items: z.array(
      z.object({
        ticketId: z.string(),
        teamId: z.string(),
        marks: z.record(z.string(), z.int()),
        points: z.int(),
        at: z.int(),
        reason: z.string(),
        /** For the next grade to name; judges and organisers only. */
        seq: z.int().nullable(),
        by: z.string().nullable(),
      }),
    ),
  }),
});

export const ticketGradesOperations = [ticketGrade, ticketGrades] as const;
