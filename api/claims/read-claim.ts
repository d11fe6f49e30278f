import { claimRead } from '../contract/claim-views.ts';
import { query } from '../kernel/query.ts';
import { seenClaim, sightOf } from './seen.ts';
import { claimDetail } from './shape.ts';

export const readClaim = query({
  operation: claimRead,
  run: async ({ params, actor, call }, kernel) => {
    const sight = await sightOf(kernel, actor, params.drill, call.at);
    return claimDetail(sight, seenClaim(sight, params.claim), actor, call.at);
  },
});
