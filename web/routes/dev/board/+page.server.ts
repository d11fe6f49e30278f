import { error } from '@sveltejs/kit';
import { dev } from '$app/env';
import type { PageServerLoad } from './$types';

// A page for builders: always in development, elsewhere only when asked for.
export const load: PageServerLoad = () => {
  if (!dev && process.env['DEV_UI'] !== '1') error(404, 'not_found');
};
