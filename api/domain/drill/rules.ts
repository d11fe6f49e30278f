import type { ScoringRules } from './claim.ts';

/** The point table shipped with the product: a suggestion of ours, not a regulation. No official table has been published. */
export const suggestedRules: ScoringRules = {
  version: 'suggested-1',
  origin: 'suggested',
  severity: { critical: 10_000, high: 6_000, medium: 2_500, low: 1_000 },
  extraImpactPercent: 10,
  withoutImpactEvidencePercent: 50,
  duplicatePercent: 50,
  duplicateWindowMs: 60 * 60_000,
  firstBloodPercent: 0,
  ticket: { detection: 3_000, timeliness: 2_000, response: 2_500, reporting: 1_500, readiness: 1_000 },
  ties: ['critical_count', 'earliest_critical'],
};
