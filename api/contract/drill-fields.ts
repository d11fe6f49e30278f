import { z } from 'zod';
import { phaseKinds } from '../domain/drill/plan.ts';
import { id, line } from './fields.ts';

export const params = z.object({ drill: id() });

const span = () =>
  z
    .int()
    .min(0)
    .max(62 * 24 * 3_600_000);

export const reason = z.strictObject({ reason: line(500) });

/** yyyy-MM-dd */
export const day = () => z.iso.date();

export const phase = z.strictObject({
  id: id(),
  kind: z.enum(phaseKinds),
  title: line(200),
  startsAfterMs: span(),
  durationMs: span(),
});

export const target = z.object({
  id: z.string(),
  systemId: z.string().nullable(),
  name: z.string(),
  ownerOrganisationId: z.string().nullable(),
  scope: z.array(z.string()),
  level: z.int().nullable(),
});

/** Everyone with a seat in the drill, and whoever oversees its host without one. */
export const watchers = [
  'drill:control',
  'drill:judge',
  'drill:red',
  'drill:blue',
  'drill:observer',
  'organiser',
  'leader',
] as const;

/** When (ms) and why an announcement was taken back; null while it stands. */
export const withdrawn = z.object({ at: z.int(), reason: z.string() }).nullable();

/** The number of an entry in the log of the drill. */
export const seq = z.int().min(1);

/** The entry by which something was done, for taking it back. */
export const entry = z.object({ seq: z.int() });
