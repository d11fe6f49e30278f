import { injectDeliver } from '../contract/run-sheet.ts';
import { deliverInject as rule } from '../domain/drill/life.ts';
import { refuse } from '../domain/refusal.ts';
import { findScenario } from '../scenarios/library.ts';
import { drillCommand } from './drill-command.ts';
import { readDrill } from './load-drill.ts';

/** The words are those of the scenario unless control wrote its own; both go into the log as they were delivered. */
export const deliverInject = drillCommand({
  operation: injectDeliver,
  prepare: async ({ params, body }, kernel) => {
    if (body.injectId === null) return null;
    const { plan } = await readDrill(kernel, params.drill);
    const found = plan.scenarioId === null ? undefined : await findScenario(plan.scenarioId);
    return found?.scenario.injects.find(({ id }) => id === body.injectId) ?? null;
  },
  decide: (state, { body, call }, inject) => {
    const title = body.title ?? inject?.title;
    const text = body.text ?? inject?.text;
    if (title === undefined || text === undefined) return refuse('inject.unknown');
    return rule(state, { injectId: body.injectId ?? call.id, title, text, teamIds: [...new Set(body.teamIds)] });
  },
  answer: (_events, { body, call }) => ({ injectId: body.injectId ?? call.id }),
});
