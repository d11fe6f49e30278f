import type { Read, Trx } from '#db/schema.ts';
import { incidentAssignees, ticketAssignees } from '../contract/incidents.ts';
import type { OperationShape } from '../contract/operation.ts';
import type { Ticket } from '../domain/incident/ticket.ts';
import { query } from '../kernel/query.ts';
import { withAbove } from './scope.ts';
import { reachable } from './ticket-command.ts';

/** Living accounts that may handle a ticket: in a drill its team, else officers and staff of its organisation or one above. */
export async function handlersOf(db: Read | Trx, ticket: Ticket) {
  const people = db
    .selectFrom('account')
    .select(['account.id', 'account.name'])
    .where('account.disabled_at', 'is', null);
  if (ticket.mode === 'drill')
    return people.where(
      'account.id',
      'in',
      db
        .selectFrom('drill_seat')
        .select('user_id')
        .where('drill_id', '=', ticket.drillId ?? '')
        .where('role', '=', 'blue')
        .where('team_id', '=', ticket.teamId ?? ''),
    );
  const above = [...(await withAbove(db, ticket.organisationId)), '*'];
  return people.where(
    'account.id',
    'in',
    db
      .selectFrom('role_grant')
      .select('user_id')
      .where('role', 'in', ['officer', 'staff'])
      .where('organisation_id', 'in', above),
  );
}

/** Whether one account may. */
export async function mayHandle(db: Read | Trx, ticket: Ticket, accountId: string): Promise<boolean> {
  const people = await handlersOf(db, ticket);
  return (await people.where('account.id', '=', accountId).executeTakeFirst()) !== undefined;
}

const listing = (operation: OperationShape) =>
  query({
    operation,
    run: async ({ params, actor }, { db: { read } }) => {
      const people = await handlersOf(read, await reachable(read, params, actor, 'work'));
      const items = await people.orderBy('account.sort_key').orderBy('account.id').limit(500).execute();
      return { items };
    },
  });

export const listIncidentAssignees = listing(incidentAssignees);
export const listTicketAssignees = listing(ticketAssignees);
