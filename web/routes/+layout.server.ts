import type { Session } from '#web/session/session.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, locals, depends }) => {
  depends('topic:session');
  const answer = await fetch('/api/session');
  if (!answer.ok) throw new Error(`GET /api/session answered ${answer.status}`);
  const session = (await answer.json()) as Session;
  return { ...locals.preferences, session, serverNow: Date.now() };
};
