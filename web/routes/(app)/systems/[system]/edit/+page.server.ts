import { error } from '@sveltejs/kit';
import { systemRead } from '#api/contract/systems.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const system = await ask(fetch, systemRead, { params }, url);
  if (!system.mayEdit || system.status === 'retired') error(403, 'forbidden');
  return { system };
};
