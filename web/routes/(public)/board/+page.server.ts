import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** A plain form: the code becomes the address, with or without script. Spaces and dashes are for reading aloud. */
export const load: PageServerLoad = ({ url }) => {
  const code = (url.searchParams.get('code') ?? '').replace(/[\s-]/g, '').toUpperCase();
  if (code) redirect(303, `/board/${encodeURIComponent(code)}`);
};
