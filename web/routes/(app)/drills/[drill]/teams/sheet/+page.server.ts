import { boardCodeRead } from '#api/contract/board-code.ts';
import { teamList } from '#api/contract/teams.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, url }) => {
  depends('topic:teams');
  const of = { params: { drill: params.drill } };
  const [code, teams] = await Promise.all([ask(fetch, boardCodeRead, of, url), ask(fetch, teamList, of, url)]);
  return { code: code.code, teams: teams.items };
};
