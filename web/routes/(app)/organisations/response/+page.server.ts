import { clusterList } from '#api/contract/clusters.ts';
import { responseTeamList } from '#api/contract/response-teams.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  const search = url.searchParams.get('search') ?? '';
  const cluster = url.searchParams.get('cluster') ?? '';
  const after = url.searchParams.get('after') ?? undefined;
  const [teams, clusters] = await Promise.all([
    ask(fetch, responseTeamList, { query: { search, cluster: cluster || undefined, after } }, url),
    ask(fetch, clusterList, {}, url),
  ]);
  return { search, cluster, teams, clusters: clusters.items };
};
