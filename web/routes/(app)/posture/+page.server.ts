import { redirect } from '@sveltejs/kit';
import { postureHome } from '#api/contract/posture.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const { organisations } = await ask(fetch, postureHome, {}, url);
  const [only, ...more] = organisations;
  if (only && more.length === 0) redirect(303, `/posture/${only.id}`);
  return { organisations };
};
