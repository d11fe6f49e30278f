import { gateRead } from '../contract/gate.ts';
import { checklist, missing } from '../domain/drill/gate.ts';
import { recentSetBack } from '../kernel/clock-set-back.ts';
import { query } from '../kernel/query.ts';
import { seenBy } from './audience.ts';

export const readGate = query({
  operation: gateRead,
  run: async ({ params, actor, call }, kernel) => {
    const { state } = await seenBy(kernel, actor, params.drill);
    const lacking = missing(state);
    const clockSetBack = await recentSetBack(kernel.db.read, call.at);
    return { lines: checklist(state), missing: lacking, ready: lacking.length === 0, clockSetBack };
  },
});
