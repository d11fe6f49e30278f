import { claimList, claimQueue, claimRead } from '#api/contract/claim-views.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:claims');
  const drill = { drill: params.drill };
  const queue = await ask(fetch, claimQueue, { params: drill }, url);
  const wanted = url.searchParams.get('claim') ?? queue.items[0]?.id;
  if (!wanted) return { queue, claim: null, earlier: [] };
  const claim = await ask(fetch, claimRead, { params: { ...drill, claim: wanted } }, url);
  const others = await ask(
    fetch,
    claimList,
    { params: drill, query: { target: claim.finding.targetId, limit: 200 } },
    url,
  );
  const earlier = others.items
    .filter((one) => one.id !== claim.id && (one.submittedAt ?? Infinity) < (claim.submittedAt ?? 0))
    .filter((one) => one.status !== 'withdrawn' && one.status !== 'duplicate' && one.status !== 'rejected')
    .sort((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0));
  return { queue, claim, earlier };
};
