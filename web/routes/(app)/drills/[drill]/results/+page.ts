import { isHttpError } from '@sveltejs/kit';
import { resultsRead } from '#api/contract/results.ts';
import { ask } from '#web/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:results', 'topic:board', 'topic:claims');
  try {
    return { results: await ask(fetch, resultsRead, { params: { drill: params.drill } }, url) };
  } catch (problem) {
    // Before publication there is nothing for the teams to see; that is no fault of theirs.
    if (isHttpError(problem) && (problem.body as App.Error).code === 'results.not_ready') return { results: null };
    throw problem;
  }
};
