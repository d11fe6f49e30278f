import { postureHome, postureRead } from '#api/contract/posture.ts';
import { ask } from '#web/ask.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ fetch, params, url }) => {
  const [posture, home] = await Promise.all([
    ask(fetch, postureRead, { params: { organisation: params.organisation } }, url),
    ask(fetch, postureHome, {}, url),
  ]);
  return { posture, tops: home.organisations };
};
