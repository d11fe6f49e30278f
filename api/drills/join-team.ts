import { teamJoin } from '../contract/teams.ts';
import { giveSeat } from '../domain/drill/team.ts';
import type { SeatRole } from '../domain/actor.ts';
import { command } from '../kernel/command.ts';
import { drillStream } from './fold.ts';
import { findOffer, useOffer } from './invitations.ts';
import { loadDrill } from './load-drill.ts';

export const joinTeam = command({
  operation: teamJoin,
  unrecorded: true,
  stream: ({ params }) => drillStream(params.drill),
  load: async (trx, { params, body, call }, kernel) => {
    const offer = await findOffer(trx, params.drill, body.code, call.at);
    return { offer, state: await loadDrill(trx, kernel, params.drill) };
  },
  decide: ({ state, offer }, { actor }) => {
    const { role, team_id: teamId } = offer;
    return giveSeat(state, { accountId: actor.id, name: actor.name, role: role as SeatRole, teamId, captain: false });
  },
  effects: async (trx, _events, { params, body, call }) => {
    await useOffer(trx, (await findOffer(trx, params.drill, body.code, call.at)).id);
  },
  answer: (_events, _args, { offer }) => ({ teamId: offer.team_id ?? '' }),
});
