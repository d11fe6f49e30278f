import { drillApprove } from '../contract/drill-life.ts';
import { approve } from '../domain/drill/life.ts';
import { refuse } from '../domain/refusal.ts';
import { drillCommand, drillIdOf, ok } from './drill-command.ts';
import { loadDrill } from './load-drill.ts';
import { oversees } from './oversight.ts';

export const approveDrill = drillCommand({
  operation: drillApprove,
  load: async (trx, args, kernel) => {
    const state = await loadDrill(trx, kernel, drillIdOf(args));
    if (!(await oversees(trx, args.actor, ['organiser', 'leader'], state.plan.hostOrganisationId)))
      throw refuse('not_found');
    return state;
  },
  decide: (state, { body }) => approve(state, body),
  answer: ok,
});
