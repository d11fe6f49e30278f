import { incidentList } from '#api/contract/incidents.ts';
import { systemRead } from '#api/contract/systems.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const system = await ask(fetch, systemRead, { params }, url);
  return {
    system,
    incidents: await ask(fetch, incidentList, { query: { system: params.system, status: 'open', limit: 20 } }, url),
  };
};
