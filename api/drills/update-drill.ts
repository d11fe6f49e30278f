import { drillUpdate } from '../contract/drill-plan.ts';
import { outsideOf } from '../domain/drill/life.ts';
import { beforeStart } from '../domain/drill/status.ts';
import { drillCommand, ok } from './drill-command.ts';
import { sealPlan, timesFault } from './plan-of.ts';
import { refuse } from '../domain/refusal.ts';

export const updateDrill = drillCommand({
  operation: drillUpdate,
  decide: (state, { body: { phases, revision, ...given } }) => {
    if (revision !== state.revision) return refuse('conflict.stale');
    const { hostOrganisationId, scenarioId } = state.plan;
    const plan = sealPlan({
      ...given,
      revealTargetsAt: given.revealTargetsAt ?? given.startsAt,
      hostOrganisationId,
      scenarioId,
    });
    return (
      outsideOf(state, beforeStart) ??
      timesFault(plan, phases) ?? [{ type: 'drill.replanned', subject: null, payload: { plan, phases } }]
    );
  },
  answer: ok,
});
