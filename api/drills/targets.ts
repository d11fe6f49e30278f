import { targetAdd, targetRemove } from '../contract/drill-plan.ts';
import { addTarget, removeTarget } from '../domain/drill/life.ts';
import { refuse } from '../domain/refusal.ts';
import { drillCommand, drillIdOf, ok } from './drill-command.ts';
import { loadDrill } from './load-drill.ts';

export const addDrillTarget = drillCommand({
  operation: targetAdd,
  load: async (trx, args, kernel) => {
    const { systemId } = args.body;
    const state = await loadDrill(trx, kernel, drillIdOf(args));
    if (systemId === null) return state;
    const system = await trx
      .selectFrom('information_system')
      .select('id')
      .where('id', '=', systemId)
      .executeTakeFirst();
    if (!system) throw refuse('target.system');
    return state;
  },
  decide: (state, { body, call }) => addTarget(state, { id: call.id, ...body }),
  answer: (_events, { call }) => ({ id: call.id }),
});

export const removeDrillTarget = drillCommand({
  operation: targetRemove,
  decide: (state, { params }) => removeTarget(state, params.target),
  answer: ok,
});
