import { scoreWhy } from '../contract/scores.ts';
import { why } from '../domain/drill/why.ts';
import { refuse } from '../domain/refusal.ts';
import { isOfficial, teamOf } from '../domain/visibility.ts';
import { query } from '../kernel/query.ts';
import { sightOf } from './seen.ts';

export const readWhy = query({
  operation: scoreWhy,
  run: async ({ params, query: asked, actor, call }, kernel) => {
    const { state, view, audience } = await sightOf(kernel, actor, params.drill, call.at);
    const official = isOfficial(audience);
    if (!state.teams.has(params.team) || (!official && teamOf(audience) !== params.team)) throw refuse('not_found');
    const source = official ? state : view.shown;
    const lines = source.ledger
      .filter((entry) => entry.teamId === params.team && (asked.claim === undefined || entry.claimId === asked.claim))
      .map((entry) => why(source, entry))
      .map(({ at, points, rule, claimId, claimNumber, ticketId, byName, inputs: { of, ...inputs }, reason }) => ({
        at,
        points,
        rule,
        claimId,
        claimNumber,
        ticketId,
        reason,
        by: official ? byName : null,
        inputs: official && of !== undefined ? { ...inputs, of } : inputs,
      }));
    return { points: lines.reduce((sum, line) => sum + line.points, 0), lines };
  },
});
