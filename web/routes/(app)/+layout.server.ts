import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ parent, url }) => {
  const { session } = await parent();
  if (session.setupNeeded) redirect(303, '/setup');
  if (!session.user) redirect(303, `/login?to=${encodeURIComponent(url.pathname + url.search)}`);
  return { user: session.user };
};
