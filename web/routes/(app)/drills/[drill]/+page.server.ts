import { organisationRead } from '#api/contract/organisations.ts';
import { teamList } from '#api/contract/teams.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, parent, url }) => {
  depends('topic:teams');
  const { drill, user } = await parent();
  const seated = user.seats.some((seat) => seat.drillId === params.drill);
  const [host, teams] = await Promise.all([
    ask(fetch, organisationRead, { params: { organisation: drill.hostOrganisationId } }, url),
    // Whoever only oversees the host has no team list.
    seated ? ask(fetch, teamList, { params: { drill: params.drill } }, url) : { items: [] },
  ]);
  return {
    host: host.name,
    teams: teams.items,
    team: teams.items.find((team) => team.id === drill.me?.teamId) ?? null,
  };
};
