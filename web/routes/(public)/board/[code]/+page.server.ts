import type { PageServerLoad } from './$types';

/** A hall has its own look, whatever this device prefers elsewhere. Set before the page is drawn, so that it works without script. */
export const load: PageServerLoad = ({ locals }) => {
  locals.preferences.theme = 'projector';
};
