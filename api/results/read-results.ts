import { resultsRead } from '../contract/results.ts';
import { boardRows } from '../domain/drill/board.ts';
import type { Prize } from '../domain/drill/events.ts';
import { proposePrizes, undecided } from '../domain/drill/results.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { organisationNames } from '../board/board-of.ts';
import { query } from '../kernel/query.ts';
import { settledDrill } from './settled.ts';

export const readResults = query({
  operation: resultsRead,
  run: async ({ params, actor }, kernel) => {
    const { state } = await settledDrill(kernel, actor, params.drill, ['live', 'paused', 'ended', 'judging']);
    const names = await organisationNames(kernel, state);
    const published = state.status === 'published';
    return {
      published,
      rows: boardRows(state).map(({ organisationIds, ...row }) => ({
        ...row,
        organisations: organisationIds.map((id) => names.get(id) ?? ''),
      })),
      prizes: state.prizes.map((prize) => prizeOf(state, prize)),
      proposal: published ? [] : proposePrizes(state).map((prize) => prizeOf(state, prize)),
      undecided: undecided(state),
      totals: totalsOf(state),
    };
  },
});

export function prizeOf(state: DrillState, { tier, side, teamIds, reason }: Prize) {
  return { tier, side, reason, teams: teamIds.map((id) => ({ id, name: state.teams.get(id)?.name ?? '' })) };
}

export function totalsOf(state: DrillState) {
  const totals = { submitted: 0, recognised: 0, duplicate: 0, rejected: 0, tickets: state.tickets.size };
  for (const { status, submittedAt } of state.claims.values()) {
    if (submittedAt !== null && status !== 'withdrawn') totals.submitted += 1;
    if (status === 'accepted') totals.recognised += 1;
    if (status === 'duplicate' || status === 'rejected') totals[status] += 1;
  }
  return totals;
}
