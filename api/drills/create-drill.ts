import { drillCreate } from '../contract/drill-plan.ts';
import type { PhasePlan } from '../domain/drill/plan.ts';
import { suggestedRules } from '../domain/drill/rules.ts';
import type { BodyOf } from '../contract/operation.ts';
import type { NewEvent } from '../domain/event.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { findScenario } from '../scenarios/library.ts';
import type { LibraryScenario } from '../scenarios/library.ts';
import { phasesOf, rulesTextOf, scoringOf } from '../scenarios/to-drill.ts';
import { seatOf } from './accounts.ts';
import type { Account } from './accounts.ts';
import { drillStream } from './fold.ts';
import { oversees } from './oversight.ts';
import { scalePhases, sealPlan, timesFault } from './plan-of.ts';

export const createDrill = command({
  operation: drillCreate,
  stream: ({ call }) => drillStream(call.id),
  prepare: async ({ body }) => {
    if (body.scenarioId === null) return null;
    const found = await findScenario(body.scenarioId);
    if (!found) throw refuse('drill.scenario');
    return found;
  },
  load: async (trx, { actor, body }) => {
    if (!(await oversees(trx, actor, ['organiser'], body.hostOrganisationId))) throw refuse('drill.host');
  },
  decide: (_, { body, actor }, found) => {
    const endsAt = body.endsAt ?? body.startsAt + lengthOf(body, found);
    const phases = body.phases ?? (found ? scalePhases(phasesOf(found.scenario), endsAt - body.startsAt) : []);
    const plan = sealPlan({
      name: body.name,
      theme: body.theme ?? found?.scenario.title.vi ?? '',
      hostOrganisationId: body.hostOrganisationId,
      scenarioId: found?.id ?? null,
      startsAt: body.startsAt,
      endsAt,
      revealTargetsAt: body.revealTargetsAt ?? body.startsAt,
      freezeMinutes: body.freezeMinutes === undefined ? (found?.scenario.freezeMinutes ?? null) : body.freezeMinutes,
      rulesText: body.rulesText ?? (found ? rulesTextOf(found.scenario) : ''),
      objectives: body.objectives ?? found?.scenario.objectives ?? [],
      emergencyContact: body.emergencyContact ?? '',
    });
    const fault = timesFault(plan, phases);
    if (fault) return fault;
    const rules = found ? scoringOf(found) : suggestedRules;
    return [
      { type: 'drill.drafted', subject: null, payload: { plan, phases, rules, scenarioHash: found?.hash ?? null } },
      controlSeat(actor),
    ];
  },
  answer: (_events, { call }) => ({ id: call.id }),
});

/** Length (ms) of the phases given, else of the scenario's. */
function lengthOf(body: BodyOf<typeof drillCreate>, found: LibraryScenario | null): number {
  const phases: readonly PhasePlan[] = body.phases ?? (found ? phasesOf(found.scenario) : []);
  return Math.max(0, ...phases.map(({ startsAfterMs, durationMs }) => startsAfterMs + durationMs));
}

function controlSeat(actor: Account): NewEvent {
  const payload = { ...seatOf(actor), role: 'control', teamId: null, captain: false } as const;
  return { type: 'drill.seat_given', subject: actor.id, payload };
}
