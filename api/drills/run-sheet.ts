import { injectDeliver, injectRecall, injectRestore, injectSkip, injectsShift } from '../contract/run-sheet.ts';
import * as rules from '../domain/drill/run-sheet.ts';
import { refuse } from '../domain/refusal.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { findScenario } from '../scenarios/library.ts';
import { drillCommand, ok } from './drill-command.ts';
import { readDrill } from './load-drill.ts';

const minute = 60_000;

/** The words are those of the scenario unless control wrote its own; both go into the log as they were delivered. */
export const deliverInject = drillCommand({
  operation: injectDeliver,
  prepare: ({ params, body }, kernel) => planned(kernel, params.drill, body.injectId),
  decide: (state, { body, call }, inject) => {
    const title = body.title ?? inject?.title;
    const text = body.text ?? inject?.text;
    if (title === undefined || text === undefined) return refuse('inject.unknown');
    const injectId = body.injectId ?? call.id;
    return rules.deliverInject(state, { injectId, title, text, teamIds: [...new Set(body.teamIds)] });
  },
  answer: (_events, { body, call }) => ({ injectId: body.injectId ?? call.id }),
});

export const recallInject = drillCommand({
  operation: injectRecall,
  decide: (state, { params, call }) => rules.recallInject(state, params.inject, call.at),
  answer: ok,
});

export const skipInject = drillCommand({
  operation: injectSkip,
  prepare: ({ params }, kernel) => planned(kernel, params.drill, params.inject),
  decide: (state, _args, inject) => (inject === null ? refuse('inject.unknown') : rules.skipInject(state, inject.id)),
  answer: ok,
});

export const restoreInject = drillCommand({
  operation: injectRestore,
  decide: (state, { params }) => rules.restoreInject(state, params.inject),
  answer: ok,
});

export const shiftInjects = drillCommand({
  operation: injectsShift,
  decide: (state, { body }) => rules.shiftInjects(state, body.minutes * minute),
  answer: ok,
});

/** A situation of the scenario the drill was made from; null when there is none by that id. */
async function planned(kernel: Kernel, drillId: string, injectId: string | null) {
  if (injectId === null) return null;
  const { plan } = await readDrill(kernel, drillId);
  const found = plan.scenarioId === null ? undefined : await findScenario(plan.scenarioId);
  return found?.scenario.injects.find(({ id }) => id === injectId) ?? null;
}
