import { boardRead } from '#api/contract/board.ts';
import { claimList, claimQueue } from '#api/contract/claim-views.ts';
import { boardCodeRead } from '#api/contract/board-code.ts';
import { gateRead } from '#api/contract/gate.ts';
import { ticketList } from '#api/contract/incidents.ts';
import { drillScenario } from '#api/contract/scenarios.ts';
import { teamList } from '#api/contract/teams.ts';
import { ask } from '#web/ask.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, depends, parent, url }) => {
  for (const topic of ['claims', 'tickets', 'board', 'teams']) depends(`topic:${topic}`);
  const of = { params: { drill: params.drill } };
  const { drill } = await parent();
  const before = drill.status === 'draft' || drill.status === 'approved' || drill.status === 'preparing';
  const played = drill.status === 'live' || drill.status === 'paused';
  const [teams, code, gate, board, queue, scenario, claims, tickets] = await Promise.all([
    ask(fetch, teamList, of, url),
    ask(fetch, boardCodeRead, of, url),
    before ? ask(fetch, gateRead, of, url) : null,
    before ? null : ask(fetch, boardRead, of, url),
    before ? null : ask(fetch, claimQueue, of, url),
    played ? ask(fetch, drillScenario, of, url) : null,
    played ? ask(fetch, claimList, { ...of, query: { limit: 200 } }, url) : null,
    played ? ask(fetch, ticketList, { ...of, query: { limit: 200 } }, url) : null,
  ]);
  const sent = [
    ...(claims?.items ?? []).map(({ team, submittedAt }) => ({ teamId: team.id, at: submittedAt })),
    ...(tickets?.items ?? []).map(({ teamId, reportedAt }) => ({ teamId, at: reportedAt })),
  ];
  return { teams: teams.items, code: code.code, gate, board, queue, scenario, sent };
};
