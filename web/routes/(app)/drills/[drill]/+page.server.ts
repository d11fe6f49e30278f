import { teamInvitationList } from '#api/contract/invitations.ts';
import { organisationRead } from '#api/contract/organisations.ts';
import { teamList } from '#api/contract/teams.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, parent, url }) => {
  depends('topic:teams');
  const { drill, user } = await parent();
  const seated = user.seats.some((seat) => seat.drillId === params.drill);
  const of = { params: { drill: params.drill } };
  const [host, teams, sent] = await Promise.all([
    ask(fetch, organisationRead, { params: { organisation: drill.hostOrganisationId } }, url),
    // Whoever only oversees the host has no team list.
    seated ? ask(fetch, teamList, of, url) : { items: [] },
    drill.me?.captain ? ask(fetch, teamInvitationList, of, url) : { items: [] },
  ]);
  return {
    host: host.name,
    teams: teams.items,
    invitations: sent.items,
    team: teams.items.find((team) => team.id === drill.me?.teamId) ?? null,
  };
};
