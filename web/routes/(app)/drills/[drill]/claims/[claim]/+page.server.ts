import { claimRead } from '#api/contract/claim-views.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:claims');
  return { claim: await ask(fetch, claimRead, { params: { drill: params.drill, claim: params.claim } }, url) };
};
