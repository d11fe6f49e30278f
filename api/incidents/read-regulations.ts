import { incidentTypes, incidentTypesSource, regulationProfiles } from '#db/reference/regulation-profiles.ts';
import type { RegulationProfile } from '#db/reference/regulation-profiles.ts';
import { regulationList, regulationRead } from '../contract/regulations.ts';
import { refuse } from '../domain/refusal.ts';
import { query } from '../kernel/query.ts';

export const listRegulations = query({
  operation: regulationList,
  run: async () => ({
    profiles: regulationProfiles.map(lineOf),
    types: [...incidentTypes],
    typesSource: incidentTypesSource,
  }),
});

export const readRegulation = query({
  operation: regulationRead,
  run: async ({ params }) => {
    const profile = regulationProfiles.find(({ id }) => id === params.profile);
    if (!profile) throw refuse('not_found');
    const { legalBasis, clocks, steps, duties, periodic, forms } = profile;
    const classes = profile.incidentClasses.map(({ code, label, source, needsHumanDecision, decision, checklist }) => ({
      code,
      label,
      source,
      needsHumanDecision,
      decision: decision ?? null,
      checklist,
    }));
    return { ...lineOf(profile), legalBasis, classes, clocks, steps, duties, periodic, forms };
  },
});

function lineOf({
  id,
  version,
  kind,
  title,
  status,
  statusNote,
  effectiveFrom,
  effectiveTo,
  supersedes,
}: RegulationProfile) {
  return { id, version, kind, title, status, statusNote, effectiveFrom, effectiveTo, supersedes };
}
