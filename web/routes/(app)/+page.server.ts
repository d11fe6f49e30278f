import { workRead } from '#api/contract/work.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, depends, url }) => {
  depends('topic:incidents');
  return { work: await ask(fetch, workRead, undefined, url) };
};
