import { drillReplay } from '../contract/results.ts';
import { elapsed } from '../domain/drill/clock.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { query } from '../kernel/query.ts';
import { settledDrill } from './settled.ts';

export const readReplay = query({
  operation: drillReplay,
  run: async ({ params, actor }, kernel) => {
    const { state } = await settledDrill(kernel, actor, params.drill, ['ended', 'judging']);
    return {
      durationMs: state.durationMs,
      teams: [...state.teams.values()].map(({ id, name, side }) => ({ id, name, side })),
      marks: marksOf(state),
      steps: state.ledger.map(({ at, teamId, points, rule, inputs: { severity } }) => ({
        elapsedMs: elapsed(state, at),
        teamId,
        points,
        rule,
        severity: typeof severity === 'string' ? severity : null,
      })),
    };
  },
});

function marksOf(state: DrillState) {
  const marks: { elapsedMs: number; kind: 'start' | 'pause' | 'freeze' | 'end' }[] = [{ elapsedMs: 0, kind: 'start' }];
  state.running.forEach(({ to }, i) => {
    if (to !== null)
      marks.push({ elapsedMs: elapsed(state, to), kind: i === state.running.length - 1 ? 'end' : 'pause' });
  });
  if (state.freeze.frozenAt !== null)
    marks.push({ elapsedMs: state.freezeAfterMs ?? elapsed(state, state.freeze.frozenAt), kind: 'freeze' });
  return marks.sort((a, b) => a.elapsedMs - b.elapsedMs);
}
