import { scenarioRead } from '#api/contract/scenarios.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => ({
  view: await ask(fetch, scenarioRead, { params: { scenario: params.scenario } }, url),
});
