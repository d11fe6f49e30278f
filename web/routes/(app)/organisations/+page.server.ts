import { organisationList } from '#api/contract/organisations.ts';
import { ask } from '#web/ask.ts';
import { loadTree } from '#web/ui/registry/tree.ts';
import { parseDay } from '#web/days.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const search = url.searchParams.get('search') ?? '';
  const on = parseDay(url.searchParams.get('on') ?? '') ?? undefined;
  const after = url.searchParams.get('after') ?? undefined;
  const list = (query: object) => ask(fetch, organisationList, { query: { on, ...query } }, url);
  const found = search ? await list({ search, after }) : null;
  const open = url.searchParams.getAll('open');
  return {
    search,
    on: on ?? null,
    open,
    found,
    tree: found ? [] : await loadTree((parent) => list({ parent, limit: 200 }), open, on !== undefined),
  };
};
