import { z } from 'zod';

const points = () => z.int().min(0).max(10_000_000);
const percent = () => z.int().min(0).max(100);

/** The point table of a drill as organisers set it; points in integer hundredths. */
export const scoringTable = z.strictObject({
  severity: z.strictObject({ critical: points(), high: points(), medium: points(), low: points() }),
  extraImpactPercent: percent(),
  withoutImpactEvidencePercent: percent(),
  duplicatePercent: percent(),
  /** ms */
  duplicateWindowMs: z
    .int()
    .min(0)
    .max(31 * 24 * 3_600_000),
  firstBloodPercent: percent(),
  ticket: z.record(z.string().regex(/^[a-z0-9_-]{1,40}$/), points()).refine((table) => Object.keys(table).length <= 20),
  ties: z.array(z.enum(['critical_count', 'high_count', 'earliest_critical', 'earliest_last_score'])).max(4),
});

/** The same as drills show it: with its version, and whether it is the shipped suggestion. */
export const scoringRules = z.object({
  ...scoringTable.shape,
  version: z.string(),
  /** `suggested` = ours, not a regulation. */
  origin: z.enum(['suggested', 'edited']),
});
