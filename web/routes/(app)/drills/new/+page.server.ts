import { organisationRead } from '#api/contract/organisations.ts';
import { scenarioList, scenarioRead } from '#api/contract/scenarios.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url, parent }) => {
  const { user } = await parent();
  const { items } = await ask(fetch, scenarioList, {}, url);
  const wanted = url.searchParams.get('scenario');
  const chosen = wanted === 'none' ? undefined : (items.find((one) => one.id === wanted) ?? items[0]);
  const home = user.grants.find((grant) => grant.role === 'organiser')?.organisationId;
  const hostId = home && home !== '*' ? home : user.organisation?.id;
  const [scenario, host] = await Promise.all([
    chosen ? ask(fetch, scenarioRead, { params: { scenario: chosen.id } }, url) : null,
    hostId ? ask(fetch, organisationRead, { params: { organisation: hostId } }, url) : null,
  ]);
  return { scenarios: items, scenario, host: host && { id: host.id, name: host.name } };
};
