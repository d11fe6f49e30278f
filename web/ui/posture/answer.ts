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

export type Trend = 'unknown' | 'better' | 'worse' | 'mixed' | 'same';
type Standing = { incidents: number; findings: number } | null;

/** Better only when nothing got worse; nothing recorded before is no comparison. */
export function trendOf({ before, now }: { before: Standing; now: Standing }): Trend {
  if (!before || !now) return 'unknown';
  const changes = [now.incidents - before.incidents, now.findings - before.findings];
  const [fewer, more] = [changes.some((change) => change < 0), changes.some((change) => change > 0)];
  if (fewer && more) return 'mixed';
  if (fewer) return 'better';
  return more ? 'worse' : 'same';
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
