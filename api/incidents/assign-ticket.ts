import type { Trx } from '#db/schema.ts';
import { assignActs } from '../contract/incidents.ts';
import type { Ticket } from '../domain/incident/ticket.ts';
import { assertOpen } from '../domain/incident/transition.ts';
import { refuse } from '../domain/refusal.ts';
import { withAbove } from './scope.ts';
import { ticketCommands } from './ticket-command.ts';

export const assignTicket = ticketCommands({
  acts: assignActs,
  needs: 'work',
  find: async (trx, ticket, { assignee }) => assignee === null || (await mayHandle(trx, ticket, assignee)),
  decide: ({ ticket, found }, { assignee }) => {
    if (!found) return refuse('incident.assignee');
    if (ticket.assignee === assignee) return [];
    return assertOpen(ticket) ?? { type: 'incident.assigned', subject: ticket.id, payload: { ticketId: ticket.id, assignee } };
  },
});

/** In a drill the team itself; else a living account of the organisation or one above it, or an officer over it. */
export async function mayHandle(trx: Trx, ticket: Ticket, accountId: string): Promise<boolean> {
  if (ticket.mode === 'drill') {
    const seat = await trx.selectFrom('drill_seat').select('user_id').where('drill_id', '=', ticket.drillId ?? '')
      .where('user_id', '=', accountId).where('role', '=', 'blue').where('team_id', '=', ticket.teamId ?? '').executeTakeFirst();
    return seat !== undefined;
  }
  const account = await trx.selectFrom('account').select(['organisation_id', 'disabled_at']).where('id', '=', accountId).executeTakeFirst();
  if (!account || account.disabled_at !== null) return false;
  const above = [...(await withAbove(trx, ticket.organisationId)), '*'];
  if (account.organisation_id !== null && above.includes(account.organisation_id)) return true;
  const grants = await trx.selectFrom('role_grant').select('organisation_id').where('user_id', '=', accountId).where('role', 'in', ['officer', 'staff']).execute();
  return grants.some((grant) => above.includes(grant.organisation_id));
}
