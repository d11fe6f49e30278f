import { drillScenario } from '../contract/scenarios.ts';
import { query } from '../kernel/query.ts';
import { findScenario } from '../scenarios/library.ts';
import { viewOf } from '../scenarios/view.ts';
import { readDrill } from './load-drill.ts';

export const readDrillScenario = query({
  operation: drillScenario,
  run: async ({ params }, kernel) => {
    const { plan, scenarioHash } = await readDrill(kernel, params.drill);
    const found = plan.scenarioId === null ? undefined : await findScenario(plan.scenarioId);
    return { view: found ? viewOf(found) : null, changed: (found?.hash ?? null) !== scenarioHash };
  },
});
