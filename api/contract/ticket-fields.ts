import { z } from 'zod';
import type { Role } from '../domain/actor.ts';
import { severities } from '../domain/drill/claim.ts';
import { id, instant, line, paragraph } from './fields.ts';

export const workers = ['officer', 'staff'] as const satisfies readonly Role[];

/** Tickets of a drill are written while it runs, and while it is paused: what is seen then must not be lost. */
export const written = ['live', 'paused'] as const;

export const made = z.object({ id: id() });

export const incidentParams = z.object({ incident: id() });

export const drillParams = z.object({ drill: id() });

export const ticketParams = z.object({ drill: id(), incident: id() });

export const described = {
  title: line(200),
  severity: z.enum(severities).default('unknown'),
  detectedAt: instant().optional(),
  description: paragraph(10_000).default(''),
};
