import type { OutputOf } from '#api/contract/operation.ts';
import type { drillScenario } from '#api/contract/scenarios.ts';
import type { DrillView } from '../drill-tabs.ts';

type Scenario = NonNullable<OutputOf<typeof drillScenario>['view']>['scenario'];
type Team = { id: string; side: 'red' | 'blue' };

export interface SheetLine {
  inject: Scenario['injects'][number];
  /** ms of drill time at which it is planned. */
  at: number;
  state: 'delivered' | 'skipped' | 'due' | 'later';
  /** To whom it goes. */
  teamIds: string[];
  /** When it was handed over first and last, ms, and to how many. */
  delivered: { at: number; lastAt: number; teams: number } | null;
  /** When it was left out, ms. */
  skippedAt: number | null;
}

const minute = 60_000;

/** The injects of a scenario by the drill clock; a drill of another length stretches them with its phases, and what waits is shifted. */
export function runSheet(
  scenario: Pick<Scenario, 'injects' | 'phases'>,
  drill: Pick<DrillView, 'injects' | 'phases' | 'runSheet'>,
  teams: readonly Team[],
  elapsedMs: number,
): SheetLine[] {
  const planned = Math.max(1, ...scenario.phases.map((one) => (one.startsAfterMinutes + one.durationMinutes) * minute));
  const real = Math.max(1, ...drill.phases.map((one) => one.startsAfterMs + one.durationMs));
  const { shiftMs = 0, skipped = [] } = drill.runSheet ?? {};
  return scenario.injects
    .toSorted((a, b) => a.minute - b.minute)
    .map((inject): SheetLine => {
      const given = drill.injects.filter((one) => one.injectId === inject.id && one.recalledAt === null);
      const skippedAt = skipped.find((one) => one.injectId === inject.id)?.at ?? null;
      const [first, last] = [given[0], given.at(-1)];
      const waits = !first && skippedAt === null;
      const at = Math.max(0, Math.round((inject.minute * minute * real) / planned) + (waits ? shiftMs : 0));
      return {
        inject,
        at,
        state: first ? 'delivered' : skippedAt !== null ? 'skipped' : elapsedMs >= at ? 'due' : 'later',
        teamIds: teams.filter((team) => inject.to === 'both' || team.side === inject.to).map((team) => team.id),
        delivered:
          first && last
            ? { at: first.at, lastAt: last.at, teams: new Set(given.flatMap((one) => one.teamIds)).size }
            : null,
        skippedAt,
      };
    });
}

/** The first that waits and has somebody to go to: due, or else the next. */
export function turnOf(lines: readonly SheetLine[]): SheetLine | undefined {
  return lines.find((line) => (line.state === 'due' || line.state === 'later') && line.teamIds.length > 0);
}
