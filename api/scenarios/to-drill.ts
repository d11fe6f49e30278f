import type { Scenario } from '../contract/scenario.ts';
import type { ScoringRules } from '../domain/drill/claim.ts';
import type { PhasePlan } from '../domain/drill/plan.ts';
import type { LibraryScenario } from './library.ts';

const minute = 60_000;
const hundredths = (points: number) => Math.round(points * 100);

/** The phases of a scenario as a drill keeps them. */
export function phasesOf({ phases }: Scenario): PhasePlan[] {
  return phases.map(({ id, kind, title, startsAfterMinutes, durationMinutes }) => ({
    id,
    kind,
    title: title.vi,
    startsAfterMs: startsAfterMinutes * minute,
    durationMs: durationMinutes * minute,
  }));
}

/** The Nội quy as one text. */
export function rulesTextOf({ rules }: Scenario): string {
  const articles = rules.articles.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n'));
  return [rules.title, ...articles].join('\n\n');
}

/** The point table of a scenario: a suggestion of the project until organisers edit it. */
export function scoringOf({ hash, scenario: { scoring } }: LibraryScenario): ScoringRules {
  const { severity, duplicateWindowMinutes, ticket, ...rest } = scoring;
  return {
    ...rest,
    // Players read the version too: it must not name the scenario.
    version: `suggested-${hash.slice(0, 8)}`,
    origin: 'suggested',
    severity: {
      critical: hundredths(severity.critical),
      high: hundredths(severity.high),
      medium: hundredths(severity.medium),
      low: hundredths(severity.low),
    },
    duplicateWindowMs: duplicateWindowMinutes * minute,
    ticket: Object.fromEntries(Object.entries(ticket).map(([criterion, points]) => [criterion, hundredths(points)])),
  };
}
