import { teamInvitationList } from '#api/contract/invitations.ts';
import { organisationRead } from '#api/contract/organisations.ts';
import { drillPeople, teamList } from '#api/contract/teams.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:teams');
  depends('topic:gate');
  const of = { params: { drill: params.drill } };
  const [people, teams, sent] = await Promise.all([
    ask(fetch, drillPeople, of, url),
    ask(fetch, teamList, of, url),
    ask(fetch, teamInvitationList, of, url),
  ]);
  const ids = [...new Set(teams.items.flatMap((team) => team.details?.organisationIds ?? []))];
  const organisations = await Promise.all(
    ids.map((organisation) => ask(fetch, organisationRead, { params: { organisation } }, url)),
  );
  const names = Object.fromEntries(organisations.map(({ id, name }) => [id, name]));
  return { people: people.items, teams: teams.items, invitations: sent.items, names };
};
