import type { DrillPlan } from '#api/domain/drill/plan.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { units } from './people.ts';

const hour = 3_600_000;

/** A plan of twelve hours from `startsAt` on, as it was settled. */
export const samplePlan = (startsAt: number, change: Partial<DrillPlan> = {}): DrillPlan => ({
  name: 'Diễn tập mẫu',
  theme: '',
  hostOrganisationId: units.province,
  scenarioId: null,
  startsAt,
  endsAt: startsAt + 12 * hour,
  revealTargetsAt: startsAt,
  freezeMinutes: null,
  rulesText: 'Nội quy',
  rulesHash: 'x',
  objectives: [],
  emergencyContact: '',
  ...change,
});

interface TeamFacts {
  name?: string;
  organisationIds?: string[];
  targetIds?: string[];
}

/** A team is there; without more it bears its id as its name and belongs to nobody. */
export const teamFormed = (
  teamId: string,
  side: 'red' | 'blue',
  { name = teamId, organisationIds = [], targetIds = [] }: TeamFacts = {},
): NewEvent => ({ type: 'team.formed', subject: teamId, payload: { teamId, name, side, organisationIds, targetIds } });
