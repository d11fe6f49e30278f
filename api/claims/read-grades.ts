import { ticketGrades } from '../contract/ticket-grades.ts';
import { isOfficial, teamOf } from '../domain/visibility.ts';
import { query } from '../kernel/query.ts';
import { sightOf } from './seen.ts';
import { nameOf } from './shape.ts';

export const readGrades = query({
  operation: ticketGrades,
  run: async ({ params, actor, call }, kernel) => {
    const { state, view, audience } = await sightOf(kernel, actor, params.drill, call.at);
    const official = isOfficial(audience);
    const grades = [...(official ? state : view.shown).grades].filter(
      ([, grade]) => official || grade.teamId === teamOf(audience),
    );
    return {
      criteria: { ...state.rules.ticket },
      items: grades.map(([ticketId, { teamId, marks, points, at, reason, seq, by }]) => ({
        ticketId,
        teamId,
        marks,
        points,
        at,
        reason,
        seq: official ? seq : null,
        by: official ? nameOf(state, by) : null,
      })),
    };
  },
});
