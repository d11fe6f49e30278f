import { z } from 'zod';
import { impactCriteria, severities } from '../domain/drill/claim.ts';
import { id } from './fields.ts';

export const drill = z.object({ drill: id() });

export const claim = z.object({ drill: id(), claim: id() });

export const severity = z.enum(severities);

export const scored = z.enum(['critical', 'high', 'medium', 'low']);

export const impacts = z
  .array(z.enum(impactCriteria))
  .max(impactCriteria.length)
  .transform((list) => [...new Set(list)]);

export const reporting = ['live', 'paused'] as const;

export const judging = ['live', 'paused', 'ended', 'judging'] as const;

export const named = z.object({ id: z.string(), name: z.string() });
