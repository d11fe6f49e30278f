/** A thing somebody must do: a notice owed for an incident, or a finding to be fixed. */
export interface Duty {
  organisationId: string;
  late: boolean;
}

export interface Counts {
  systems: number;
  openIncidents: number;
  lateIncidents: number;
  openFindings: number;
  /** Of those, high or critical. */
  graveFindings: number;
  lateFindings: number;
}

export type Safety = 'unknown' | 'act' | 'busy' | 'calm';

/** Our own short reading of the facts, never "safe": nothing on record is not the same as nothing happening. */
export function safetyOf({
  systems,
  openIncidents,
  lateIncidents,
  openFindings,
  graveFindings,
  lateFindings,
}: Counts): Safety {
  if (lateIncidents + lateFindings > 0 || (graveFindings > 0 && openIncidents > 0)) return 'act';
  if (openIncidents + openFindings > 0) return 'busy';
  return systems === 0 ? 'unknown' : 'calm';
}

export interface Load {
  organisationId: string;
  all: number;
  late: number;
}

/** Who has what to do: most overdue first, then most work, then by id so that the order is always the same. */
export function loadsOf(duties: readonly Duty[]): Load[] {
  return [...Map.groupBy(duties, (duty) => duty.organisationId)]
    .map(([organisationId, own]) => ({ organisationId, all: own.length, late: own.filter((duty) => duty.late).length }))
    .toSorted((a, b) => b.late - a.late || b.all - a.all || (a.organisationId < b.organisationId ? -1 : 1));
}
