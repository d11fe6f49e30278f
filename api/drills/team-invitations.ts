import { markRevoked } from '../auth/invitation.ts';
import { sentInvitation } from '../auth/list-invitations.ts';
import { teamInvitationList, teamInvitationRevoke } from '../contract/invitations.ts';
import type { SeatRole } from '../domain/actor.ts';
import { seatsIn } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { query } from '../kernel/query.ts';
import { ok } from './drill-command.ts';
import { drillStream } from './fold.ts';
import { loadDrill } from './load-drill.ts';
import { leaderFault } from './team-commands.ts';

export const listTeamInvitations = query({
  operation: teamInvitationList,
  run: async ({ params, actor, call }, { db: { read } }) => {
    const seats = seatsIn(actor, params.drill);
    const control = seats.some(({ role }) => role === 'control');
    const led = seats.flatMap(({ captain, teamId }) => (captain && teamId !== null ? teamId : []));
    if (!control && led.length === 0) throw refuse('forbidden');
    const rows = await read
      .selectFrom('invitation')
      .innerJoin('account as sender', 'sender.id', 'created_by')
      .selectAll('invitation')
      .select('sender.name as sender')
      .where('drill_id', '=', params.drill)
      .$if(!control, (own) => own.where('team_id', 'in', led))
      .orderBy('invitation.id', 'desc')
      .execute();
    return {
      items: rows.map((row) => ({
        ...sentInvitation(row, call.at),
        role: row.role as SeatRole,
        teamId: row.team_id ?? '',
      })),
    };
  },
});

/** What is over already is left as it is. */
export const revokeTeamInvitation = command({
  operation: teamInvitationRevoke,
  stream: ({ params }) => drillStream(params.drill),
  load: async (trx, { params, actor, call }, kernel) => {
    const row = await trx
      .selectFrom('invitation')
      .innerJoin('account as sender', 'sender.id', 'created_by')
      .selectAll('invitation')
      .select('sender.name as sender')
      .where('invitation.id', '=', params.invitation)
      .where('drill_id', '=', params.drill)
      .executeTakeFirst();
    if (!row) throw refuse('not_found');
    const teamId = row.team_id ?? '';
    const fault = leaderFault(await loadDrill(trx, kernel, params.drill), actor, teamId);
    if (fault) throw fault;
    return { teamId, state: sentInvitation(row, call.at).state };
  },
  decide: ({ teamId, state }, { params: { invitation } }) =>
    state === 'open'
      ? [{ type: 'team.invitation_revoked', subject: teamId, payload: { teamId, invitationId: invitation } }]
      : [],
  effects: markRevoked,
  answer: ok,
});
