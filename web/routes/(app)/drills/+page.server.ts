import { drillList } from '#api/contract/drill-views.ts';
import { drillStatuses } from '#api/domain/drill/status.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const search = url.searchParams.get('search') ?? '';
  const status = drillStatuses.find((one) => one === url.searchParams.get('status'));
  const after = url.searchParams.get('after') ?? undefined;
  const drills = await ask(fetch, drillList, { query: { search, status, after } }, url);
  return { drills, search, status: status ?? '' };
};
