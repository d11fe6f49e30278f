import type { Read } from '#db/schema.ts';
import { incidentRead, ticketRead } from '../contract/incidents.ts';
import type { OperationShape, OutputOf } from '../contract/operation.ts';
import type { TicketAccess } from '../domain/incident/access.ts';
import { incompleteActions } from '../domain/incident/ticket.ts';
import type { Ticket } from '../domain/incident/ticket.ts';
import { nextSteps } from '../domain/incident/transition.ts';
import { query } from '../kernel/query.ts';
import { heirsOf } from '../registry/heir.ts';
import { clocksNow, profileOf } from './regulations.ts';
import { reached } from './ticket-command.ts';

const reading = (operation: OperationShape) =>
  query({
    operation,
    run: async ({ params, actor }, { db, clock }) => {
      const { ticket, access } = await reached(db.read, params, actor, 'read');
      return view(db.read, ticket, access, clock.now());
    },
  });

export const readIncident = reading(incidentRead);
export const readTicket = reading(ticketRead);

async function view(
  read: Read,
  ticket: Ticket,
  access: TicketAccess,
  now: number,
): Promise<OutputOf<typeof incidentRead>> {
  const incomplete = new Set(incompleteActions(ticket).map(({ id }) => id));
  const { reports: _reports, waivers: _waivers, rewritten: _rewritten, ...shown } = ticket;
  const system =
    ticket.systemId === null
      ? undefined
      : await read.selectFrom('information_system').select('name').where('id', '=', ticket.systemId).executeTakeFirst();
  const target =
    ticket.targetId === null
      ? undefined
      : await read
          .selectFrom('drill_target')
          .select('name')
          .where('drill_id', '=', ticket.drillId ?? '')
          .where('target_id', '=', ticket.targetId)
          .executeTakeFirst();
  const organisation = await read
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', ticket.organisationId)
    .executeTakeFirst();
  return {
    ticket: {
      ...shown,
      // In a drill the place of an entry in the log tells how much others have written.
      seq: ticket.drillId === null ? ticket.seq : 0,
      timeline: [...ticket.timeline],
      tasks: [...ticket.tasks],
      comments: [...ticket.comments],
      evidence: [...ticket.evidence],
      actions: ticket.actions.map((action) => ({ ...action, incomplete: incomplete.has(action.id) })),
    },
    clocks: clocksNow(ticket, now),
    steps: access === 'work' ? nextSteps(ticket, profileOf(ticket.profile)) : [],
    people: await namesOf(read, ticket),
    systemName: target?.name ?? system?.name ?? null,
    organisationName: organisation?.name ?? null,
    successor: (await heirsOf(read, [ticket.organisationId])).get(ticket.organisationId) ?? null,
    access,
    now,
  };
}

async function namesOf(read: Read, ticket: Ticket): Promise<Record<string, string>> {
  const said = [
    ...ticket.timeline,
    ...ticket.actions,
    ...ticket.comments,
    ...ticket.evidence,
    ...Object.values(ticket.reports),
    ...Object.values(ticket.waivers),
  ];
  const others = [ticket.reporter, ticket.assignee, ticket.serious?.by, ticket.personalData?.by, ticket.closure?.by];
  const ids = new Set([
    ...said.map(({ by }) => by),
    ...Object.values(ticket.enteredBy),
    ...ticket.tasks.flatMap((task) => [task.assignee, task.doneBy]),
    ...others,
  ]);
  const wanted = [...ids].filter((id) => typeof id === 'string').slice(0, 500);
  const accounts = await read
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', ['', ...wanted])
    .execute();
  return Object.fromEntries(accounts.map(({ id, name }) => [id, name]));
}
