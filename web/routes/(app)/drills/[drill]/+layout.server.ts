import { drillRead } from '#api/contract/drill-views.ts';
import { ask } from '#web/ask.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, params, depends, url }) => {
  for (const topic of ['drill', 'announcements', 'injects', 'gate']) depends(`topic:${topic}`);
  return { drill: await ask(fetch, drillRead, { params: { drill: params.drill } }, url) };
};
