import type { OutputOf } from '#api/contract/operation.ts';
import type { drillScenario } from '#api/contract/scenarios.ts';
import type { DrillView } from '../drill-tabs.ts';

type Scenario = NonNullable<OutputOf<typeof drillScenario>['view']>['scenario'];
type Team = { id: string; side: 'red' | 'blue' };

export interface SheetLine {
  inject: Scenario['injects'][number];
  /** ms of drill time at which it is planned. */
  at: number;
  state: 'delivered' | 'due' | 'later';
  /** To whom it goes. */
  teamIds: string[];
  /** When it was handed over, ms, and to how many. */
  delivered: { at: number; teams: number } | null;
}

const minute = 60_000;

/** The injects of a scenario by the drill clock; a drill of another length stretches them with its phases. */
export function runSheet(
  scenario: Pick<Scenario, 'injects' | 'phases'>,
  drill: Pick<DrillView, 'injects' | 'phases'>,
  teams: readonly Team[],
  elapsedMs: number,
): SheetLine[] {
  const planned = Math.max(1, ...scenario.phases.map((one) => (one.startsAfterMinutes + one.durationMinutes) * minute));
  const real = Math.max(1, ...drill.phases.map((one) => one.startsAfterMs + one.durationMs));
  return scenario.injects
    .map((inject): SheetLine => {
      const given = drill.injects.filter((one) => one.injectId === inject.id);
      const at = Math.round((inject.minute * minute * real) / planned);
      const first = given[0];
      return {
        inject,
        at,
        state: first ? 'delivered' : elapsedMs >= at ? 'due' : 'later',
        teamIds: teams.filter((team) => inject.to === 'both' || team.side === inject.to).map((team) => team.id),
        delivered: first ? { at: first.at, teams: new Set(given.flatMap((one) => one.teamIds)).size } : null,
      };
    })
    .sort((a, b) => a.at - b.at);
}
