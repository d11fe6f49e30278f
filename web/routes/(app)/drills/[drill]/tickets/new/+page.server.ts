import { draftFromAddress } from '#web/ui/incident/draft-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ given: draftFromAddress(url) });
