import { createInvitation, inDays, newInvitationCode } from '../auth/invitation.ts';
import { teamInvite } from '../contract/teams.ts';
import { refuse } from '../domain/refusal.ts';
import { drillCommand } from './drill-command.ts';
import { readDrill } from './load-drill.ts';
import { captainFault } from './team-commands.ts';

export const inviteMember = drillCommand({
  operation: teamInvite,
  unrecorded: true,
  prepare: async ({ params }, kernel) => {
    const state = await readDrill(kernel, params.drill);
    const team = state.teams.get(params.team);
    if (!team) throw refuse('not_found');
    return { code: newInvitationCode(), side: team.side, label: `${team.name} · ${state.plan.name}` };
  },
  decide: (state, { params, body, actor, call }) => {
    const fault = captainFault(state, actor, params.team);
    if (fault) return fault;
    const payload = {
      teamId: params.team,
      invitationId: call.id,
      uses: body.uses,
      expiresAt: inDays(call.at, body.days),
    };
    return [{ type: 'team.invited', subject: params.team, payload }];
  },
  effects: async (trx, _events, { params, body, actor, call }, { code, side, label }) => {
    await createInvitation(trx, {
      id: call.id,
      code,
      kind: 'seat',
      label,
      role: side,
      drillId: params.drill,
      teamId: params.team,
      organisationId: null,
      uses: body.uses,
      expiresAt: inDays(call.at, body.days),
      createdBy: actor.id,
      createdAt: call.at,
    });
  },
  answer: (_events, { body, call }, _state, { code }) => ({ code, expiresAt: inDays(call.at, body.days) }),
});
