import { isHttpError } from '@sveltejs/kit';
import { drillReplay } from '#api/contract/results.ts';
import { ask } from '#web/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:results', 'topic:drill');
  try {
    return { replay: await ask(fetch, drillReplay, { params: { drill: params.drill } }, url) };
  } catch (problem) {
    if (isHttpError(problem) && (problem.body as App.Error).code === 'results.not_ready') return { replay: null };
    throw problem;
  }
};
