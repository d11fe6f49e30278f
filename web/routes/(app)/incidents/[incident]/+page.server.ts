import { incidentAssignees, incidentRead } from '#api/contract/incidents.ts';
import { ask } from '#web/ask.ts';
import { beside } from '#web/ui/incident/load-ticket.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends(`topic:incident:${params.incident}`);
  const view = await ask(fetch, incidentRead, { params: { incident: params.incident } }, url);
  return { view, ...(await beside(fetch, view, incidentAssignees)) };
};
