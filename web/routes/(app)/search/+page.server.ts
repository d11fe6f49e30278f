import { drillList } from '#api/contract/drill-views.ts';
import { incidentList } from '#api/contract/incidents.ts';
import { accountList } from '#api/contract/people.ts';
import { organisationList } from '#api/contract/organisations.ts';
import { systemList } from '#api/contract/systems.ts';
import { ask } from '#web/ask.ts';
import { rolesHeld } from '#web/session/session.ts';
import type { PageServerLoad } from './$types';

const limit = 6;

/** Each area searches its own, with its own idea of who may see what. */
export const load: PageServerLoad = async ({ fetch, url, parent }) => {
  const { user } = await parent();
  const words = (url.searchParams.get('q') ?? '').normalize('NFC').trim().slice(0, 200);
  if (words === '') return { words, found: null };
  const query = { search: words, limit };
  const [systems, organisations, incidents, drills, people] = await Promise.all([
    ask(fetch, systemList, { query }, url),
    ask(fetch, organisationList, { query }, url),
    ask(fetch, incidentList, { query }, url),
    ask(fetch, drillList, { query }, url),
    rolesHeld(user).has('admin') ? ask(fetch, accountList, { query: { ...query, state: 'all' } }, url) : null,
  ]);
  return { words, found: { systems, organisations, incidents, drills, people } };
};
