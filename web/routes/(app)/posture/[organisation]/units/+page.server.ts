import { postureUnits } from '#api/contract/posture.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const after = url.searchParams.get('after') ?? '';
  const query = after ? { after } : {};
  return { units: await ask(fetch, postureUnits, { params, query }, url) };
};
