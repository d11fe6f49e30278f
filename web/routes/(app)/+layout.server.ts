import { redirect } from '@sveltejs/kit';
import { navFor } from '#web/nav.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ parent, url }) => {
  const { session } = await parent();
  const to = encodeURIComponent(url.pathname + url.search);
  if (session.setupNeeded) redirect(303, '/setup');
  if (!session.user) redirect(303, `/login?to=${to}`);
  if (session.user.mustChangePassword) redirect(303, `/password?to=${to}`);
  return { user: session.user, entries: navFor(session.user) };
};
