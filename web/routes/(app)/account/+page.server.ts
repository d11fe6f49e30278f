import { sessionList } from '#api/contract/auth.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => ({
  sessions: (await ask(fetch, sessionList, {}, url)).items,
});
