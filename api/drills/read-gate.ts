import { gateRead } from '../contract/gate.ts';
import { checklist, missing } from '../domain/drill/gate.ts';
import { query } from '../kernel/query.ts';
import { seenBy } from './audience.ts';

export const readGate = query({
  operation: gateRead,
  run: async ({ params, actor }, kernel) => {
    const { state } = await seenBy(kernel, actor, params.drill);
    const lacking = missing(state);
    return { lines: checklist(state), missing: lacking, ready: lacking.length === 0 };
  },
});
