import { drillRead } from '#api/contract/drill-views.ts';
import { ask } from '#web/ask.ts';
import { roomsOf } from '#web/ui/drill/drill-tabs.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, params, depends, url }) => {
  for (const topic of ['drill', 'announcements', 'injects', 'gate']) depends(`topic:${topic}`);
  const drill = await ask(fetch, drillRead, { params: { drill: params.drill } }, url);
  return { drill, rooms: roomsOf(drill).map(({ path, word }) => ({ path, word })) };
};
