import { sessionRead } from '#api/contract/auth.ts';
import { ask } from '#web/ask.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, locals, depends }) => {
  depends('topic:session');
  return { ...locals.preferences, session: await ask(fetch, sessionRead), serverNow: Date.now() };
};
