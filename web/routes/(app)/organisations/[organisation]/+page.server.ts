import { accountList } from '#api/contract/people.ts';
import { organisationList, organisationRead } from '#api/contract/organisations.ts';
import { systemList } from '#api/contract/systems.ts';
import { ask } from '#web/ask.ts';
import { rolesHeld } from '#web/session/session.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, parent, url }) => {
  const { user } = await parent();
  const organisation = await ask(fetch, organisationRead, { params }, url);
  const under = { organisation: params.organisation };
  const [children, systems, accounts] = await Promise.all([
    ask(fetch, organisationList, { query: { parent: params.organisation, limit: 50 } }, url),
    ask(fetch, systemList, { query: { ...under, sort: 'level', limit: 10 } }, url),
    rolesHeld(user).has('admin') ? ask(fetch, accountList, { query: { ...under, limit: 8 } }, url) : null,
  ]);
  return { organisation, children, systems, accounts };
};
