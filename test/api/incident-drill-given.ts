import type { DrillPlan } from '#api/domain/drill/plan.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import { sealPlan } from '#api/drills/plan-of.ts';
import { teamFormed } from '#test/drill-events.ts';
import type { App } from '#test/given.ts';
import { units } from '#test/given.ts';

const day = 24 * 3_600_000;

/** A running drill with one attack and two defence teams on one target. */
export async function givenDrill(app: App, id: string): Promise<void> {
  const startsAt = app.clock.now();
  const plan: DrillPlan = sealPlan({
    name: 'Diễn tập thực chiến năm 2026',
    theme: 'Bảo vệ dịch vụ công',
    hostOrganisationId: units.province,
    scenarioId: null,
    startsAt,
    endsAt: startsAt + day,
    revealTargetsAt: startsAt,
    freezeMinutes: null,
    rulesText: 'Nội quy',
    objectives: [],
    emergencyContact: '',
  });
  const target = {
    id: 'target-1',
    systemId: 'system-1',
    name: 'Cổng dịch vụ công',
    ownerOrganisationId: units.department,
    scope: [],
    level: 3,
  };
  const team = (teamId: string, side: 'red' | 'blue', organisationId: string) =>
    teamFormed(teamId, side, { organisationIds: [organisationId], targetIds: [target.id] });
  await app.given(`drill:${id}`, [
    { type: 'drill.drafted', subject: null, payload: { plan, phases: [], rules: suggestedRules, scenarioHash: null } },
    { type: 'drill.target_added', subject: target.id, payload: { target } },
    team('team-red', 'red', units.vendor),
    team('team-blue', 'blue', units.department),
    team('team-other', 'blue', units.commune),
    { type: 'drill.started', subject: null, payload: { durationMs: day, freezeAfterMs: null } },
  ]);
}
