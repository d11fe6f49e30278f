import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { drill } = await parent();
  if (drill.audience !== 'control') error(403, 'forbidden');
};
