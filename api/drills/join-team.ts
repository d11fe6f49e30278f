import { teamJoin } from '../contract/teams.ts';
import { giveSeat } from '../domain/drill/team.ts';
import type { SeatRole } from '../domain/actor.ts';
import { command } from '../kernel/command.ts';
import { findInvitation, useInvitation } from '../auth/invitation.ts';
import { refuse } from '../domain/refusal.ts';
import { seatOf } from './accounts.ts';
import { drillStream } from './fold.ts';
import { loadDrill } from './load-drill.ts';

export const joinTeam = command({
  operation: teamJoin,
  unrecorded: true,
  stream: ({ params }) => drillStream(params.drill),
  load: async (trx, { params, body, call }, kernel) => {
    const offer = await findInvitation(trx, body.code, call.at);
    if (offer?.kind !== 'seat' || offer.drill_id !== params.drill) throw refuse('invitation.invalid');
    return { offer, state: await loadDrill(trx, kernel, params.drill) };
  },
  decide: ({ state, offer }, { actor }) => {
    const { role, team_id: teamId } = offer;
    return giveSeat(state, { ...seatOf(actor), role: role as SeatRole, teamId, captain: false });
  },
  effects: async (trx, _events, { body, call }) => {
    const offer = await findInvitation(trx, body.code, call.at);
    if (offer) await useInvitation(trx, offer.id);
  },
  answer: (_events, _args, { offer }) => ({ teamId: offer.team_id ?? '' }),
});
