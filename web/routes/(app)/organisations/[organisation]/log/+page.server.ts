import { incidentLog } from '#api/contract/log.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const about = url.searchParams.get('about') ?? '';
  const after = url.searchParams.get('after') ?? '';
  const query = { limit: 50, ...(about && { subject: about }), ...(after && { after }) };
  return { log: await ask(fetch, incidentLog, { params, query }, url), about };
};
