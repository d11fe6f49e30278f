import { scenarioList, scenarioRead } from '../contract/scenarios.ts';
import { refuse } from '../domain/refusal.ts';
import { query } from '../kernel/query.ts';
import { lengthOf } from './cross-check.ts';
import { findScenario, listScenarios } from './library.ts';
import { viewOf } from './view.ts';

export const readScenarioList = query({
  operation: scenarioList,
  run: async () => ({
    items: (await listScenarios()).map(({ id, hash, scenario }) => ({
      id,
      hash,
      title: scenario.title,
      summary: scenario.summary,
      durationMinutes: lengthOf(scenario),
      injectCount: scenario.injects.length,
      phases: scenario.phases.map(({ kind, title, durationMinutes }) => ({ kind, title, durationMinutes })),
    })),
  }),
});

export const readScenario = query({
  operation: scenarioRead,
  run: async ({ params }) => {
    const found = await findScenario(params.scenario);
    if (!found) throw refuse('not_found');
    return viewOf(found);
  },
});
