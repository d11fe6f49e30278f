import { seatGive, seatTakeAway } from '../contract/teams.ts';
import { giveSeat, takeSeatAway } from '../domain/drill/team.ts';
import { command } from '../kernel/command.ts';
import { activeAccount, seatOf } from './accounts.ts';
import { drillCommand, drillIdOf, ok } from './drill-command.ts';
import { drillStream } from './fold.ts';
import { loadDrill } from './load-drill.ts';
import { assertRuns } from './oversight.ts';

export const giveDrillSeat = command({
  operation: seatGive,
  stream: ({ params }) => drillStream(params.drill),
  load: async (trx, { params, body, actor }, kernel) => {
    const state = await loadDrill(trx, kernel, params.drill);
    await assertRuns(trx, actor, params.drill, ['organiser'], state.plan.hostOrganisationId);
    return { state, account: await activeAccount(trx, body.accountId) };
  },
  decide: ({ state, account }, { body: { role, teamId, captain } }) =>
    giveSeat(state, { ...seatOf(account), role, teamId, captain: captain && teamId !== null }),
  answer: ok,
});

export const takeDrillSeatAway = drillCommand({
  operation: seatTakeAway,
  load: async (trx, args, kernel) => {
    const state = await loadDrill(trx, kernel, drillIdOf(args));
    await assertRuns(trx, args.actor, state.id, ['organiser'], state.plan.hostOrganisationId);
    return state;
  },
  decide: (state, { params, body }) => takeSeatAway(state, params.account, body.reason),
  answer: ok,
});
