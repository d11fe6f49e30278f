import { claimList } from '#api/contract/claim-views.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:claims');
  const query = Object.fromEntries(
    ['status', 'judge', 'search', 'after'].map((name) => [name, url.searchParams.get(name) || undefined]),
  );
  return {
    claims: await ask(
      fetch,
      claimList,
      { params: { drill: params.drill }, query: { ...query, limit: 50 } as never },
      url,
    ),
  };
};
