import { scenarioList } from '#api/contract/scenarios.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => ({
  scenarios: (await ask(fetch, scenarioList, {}, url)).items,
});
