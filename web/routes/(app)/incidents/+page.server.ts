import { incidentList } from '#api/contract/incidents.ts';
import { ask } from '#web/ask.ts';
import { listQuery } from '#web/ui/incident/list-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, depends, url }) => {
  depends('topic:incidents');
  return { incidents: await ask(fetch, incidentList, { query: listQuery(url) as never }, url) };
};
