import type { Trx } from '#db/schema.ts';
import type { IncidentTable } from '#db/schema/incident.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { TicketClock } from '../domain/incident/deadline.ts';
import { isOpen } from '../domain/incident/status.ts';
import { incompleteActions } from '../domain/incident/ticket.ts';
import type { Ticket } from '../domain/incident/ticket.ts';
import { fold, tokens } from '../domain/text.ts';
import { clocksNow } from './regulations.ts';

/** Writes the rows of a ticket; what did not change since `before` is left alone. */
export async function writeTicket(trx: Trx, ticket: Ticket, before: Ticket | undefined): Promise<void> {
  // The state of a clock at its due time is not stored, only its times: "now" plays no part in rows.
  const clocks = clocksNow(ticket, 0).filter((clock) => clock.startedAt !== null);
  const row = rowOf(ticket, clocks);
  await trx
    .insertInto('incident')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await writeClocks(trx, ticket, clocks);
  if (ticket.tasks !== before?.tasks || ticket.status !== before.status) await writeTasks(trx, ticket);
  if (searchText(ticket) !== (before && searchText(before))) await writeTokens(trx, ticket);
}

function rowOf(ticket: Ticket, clocks: readonly TicketClock[]): IncidentTable {
  const { id, number, title, severity, type, status, reporter, assignee, enteredAt } = ticket;
  const owed = clocks
    .filter((clock) => !clock.atOnce && !clock.reported && !isVoid(ticket, clock))
    .map((clock) => clock.dueAt ?? 0);
  return {
    id,
    number,
    title,
    severity,
    type,
    status,
    reporter,
    assignee,
    number_key: `${ticket.drillId ?? 'real'} ${sortable(number)}`,
    mode: ticket.mode,
    drill_id: ticket.drillId,
    team_id: ticket.teamId,
    organisation_id: ticket.organisationId,
    system_id: ticket.systemId,
    target_id: ticket.targetId,
    title_fold: fold(title),
    open: isOpen(status) ? 1 : 0,
    detected_at: ticket.detectedAt,
    reported_at: ticket.reportedAt,
    acknowledged_at: enteredAt.acknowledged ?? null,
    contained_at: enteredAt.contained ?? null,
    resolved_at: enteredAt.resolved ?? null,
    closed_at: enteredAt.closed ?? null,
    next_due_at: owed.length > 0 ? Math.min(...owed) : null,
    serious: ticket.serious === null ? null : Number(ticket.serious.value),
    open_tasks: ticket.tasks.filter((task) => task.status === 'open').length,
    incomplete_actions: incompleteActions(ticket).length,
    state: canonicalJson(ticket),
  };
}

/** Numbers in the order they were given, also past 9999. */
function sortable(number: string): string {
  return number.replace(/(?<!\d)\d+$/, (digits) => digits.padStart(9, '0'));
}

function isVoid(ticket: Ticket, clock: TicketClock): boolean {
  return clock.waived !== null || ticket.status === 'cancelled' || ticket.status === 'merged';
}

async function writeClocks(trx: Trx, ticket: Ticket, clocks: readonly TicketClock[]): Promise<void> {
  await trx.deleteFrom('incident_clock').where('ticket_id', '=', ticket.id).execute();
  for (const clock of clocks)
    await trx
      .insertInto('incident_clock')
      .values({
        ticket_id: ticket.id,
        code: clock.code,
        started_at: clock.startedAt ?? 0,
        due_at: clock.dueAt ?? 0,
        reported_at: clock.reported?.at ?? null,
        at_once: clock.atOnce ? 1 : 0,
        void: isVoid(ticket, clock) ? 1 : 0,
      })
      .execute();
}

async function writeTasks(trx: Trx, ticket: Ticket): Promise<void> {
  await trx.deleteFrom('incident_task').where('ticket_id', '=', ticket.id).execute();
  if (!isOpen(ticket.status)) return;
  for (const { id, title, assignee, dueAt, status } of ticket.tasks)
    if (status === 'open')
      await trx
        .insertInto('incident_task')
        .values({ id, ticket_id: ticket.id, title, assignee, due_at: dueAt })
        .execute();
}

function searchText(ticket: Ticket): string {
  return `${ticket.number} ${ticket.title} ${ticket.description}`;
}

async function writeTokens(trx: Trx, ticket: Ticket): Promise<void> {
  await trx.deleteFrom('incident_token').where('ticket_id', '=', ticket.id).execute();
  const rows = [...new Set(tokens(searchText(ticket)).map((token) => token.slice(0, 60)))].map((token) => ({
    token,
    ticket_id: ticket.id,
  }));
  // SQLite takes 32,766 values in one statement; a description of 10,000 characters stays below 5,001 words of two values.
  if (rows.length > 0) await trx.insertInto('incident_token').values(rows).execute();
}
