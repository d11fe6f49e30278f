import { isHttpError } from '@sveltejs/kit';
import { logRead } from '#api/contract/log.ts';
import { ask } from '#web/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:log', 'topic:board', 'topic:drill');
  const type = url.searchParams.get('type') ?? '';
  const after = url.searchParams.get('after') ?? '';
  const query = { order: 'newest', limit: 50, ...(type && { type }), ...(after && { after }) } as const;
  try {
    return { page: await ask(fetch, logRead, { params: { drill: params.drill }, query }, url), type, after };
  } catch (problem) {
    if (isHttpError(problem) && (problem.body as App.Error).code === 'drill.wrong_phase')
      return { page: null, type, after };
    throw problem;
  }
};
