import { ticketList } from '#api/contract/incidents.ts';
import { teamList } from '#api/contract/teams.ts';
import { ask } from '#web/ask.ts';
import { listQuery } from '#web/ui/incident/list-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:tickets');
  const drill = { drill: params.drill };
  const [tickets, teams] = await Promise.all([
    ask(fetch, ticketList, { params: drill, query: listQuery(url) as never }, url),
    ask(fetch, teamList, { params: drill }, url),
  ]);
  return { tickets, teamNames: Object.fromEntries(teams.items.map(({ id, name }) => [id, name])) };
};
