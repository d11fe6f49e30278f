import { boardRead, boardSeries } from '#api/contract/board.ts';
import { ask } from '#web/ask.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:board');
  const request = { params: { drill: params.drill } };
  const [view, series] = await Promise.all([
    ask(fetch, boardRead, request, url),
    ask(fetch, boardSeries, request, url),
  ]);
  return { view, series };
};
