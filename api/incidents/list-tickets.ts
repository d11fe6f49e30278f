import { sql } from 'kysely';
import type { SelectQueryBuilder } from 'kysely';
import type { Read, Tables } from '#db/schema.ts';
import { incidentList, ticketList } from '../contract/incidents.ts';
import type { OutputOf, QueryOf } from '../contract/operation.ts';
import { seatsIn } from '../domain/actor.ts';
import type { Actor } from '../domain/actor.ts';
import { readerRoles } from '../domain/incident/access.ts';
import { searchTerms } from '../domain/text.ts';
import { query } from '../kernel/query.ts';
import { heirsOf } from '../registry/heir.ts';
import { isBelow, rootsOf } from './scope.ts';

type Rows = SelectQueryBuilder<Tables, 'incident', Record<never, never>>;
type Filters = Pick<
  QueryOf<typeof ticketList>,
  'status' | 'severity' | 'system' | 'overdue' | 'mine' | 'search' | 'after' | 'limit'
>;
type Answer = OutputOf<typeof ticketList>;

export const listIncidents = query({
  operation: incidentList,
  run: async ({ query: asked, actor }, { db, clock }) => {
    let rows: Rows = readable(db.read.selectFrom('incident').where('incident.mode', '=', 'real'), actor);
    if (asked.organisation) rows = rows.where(isBelow('incident.organisation_id', [asked.organisation]));
    if (asked.since !== undefined) rows = rows.where('incident.reported_at', '>=', asked.since);
    if (asked.until !== undefined) rows = rows.where('incident.reported_at', '<', asked.until);
    return page(db.read, rows, asked, actor, clock.now());
  },
});

export const listTickets = query({
  operation: ticketList,
  run: async ({ params, query: asked, actor }, { db, clock }) => {
    let rows: Rows = db.read.selectFrom('incident').where('incident.drill_id', '=', params.drill);
    const seats = seatsIn(actor, params.drill);
    if (!seats.some((seat) => seat.role === 'control' || seat.role === 'judge'))
      rows = rows.where('incident.team_id', 'in', [
        '',
        ...seats.flatMap((seat) => (seat.role === 'blue' && seat.teamId ? [seat.teamId] : [])),
      ]);
    if (asked.team) rows = rows.where('incident.team_id', '=', asked.team);
    return page(db.read, rows, asked, actor, clock.now());
  },
});

/** The real incidents the person may see: those of the organisations below the person's roles, and the person's own. */
export function readable<O>(
  rows: SelectQueryBuilder<Tables, 'incident', O>,
  actor: Actor,
): SelectQueryBuilder<Tables, 'incident', O> {
  const roots = rootsOf(actor, readerRoles);
  if (roots === '*') return rows;
  return rows.where((eb) =>
    eb.or([
      isBelow('incident.organisation_id', roots),
      eb('incident.reporter', '=', actor.id),
      eb('incident.assignee', '=', actor.id),
    ]),
  );
}

async function page(read: Read, all: Rows, asked: Filters, actor: Actor, now: number): Promise<Answer> {
  const rows = matching(read, all, asked, actor, now);
  const total = await rows.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const some = asked.after ? rows.where('incident.id', '<', asked.after) : rows;
  const found = await some
    .leftJoin('account', 'account.id', 'incident.assignee')
    .leftJoin('organisation', 'organisation.id', 'incident.organisation_id')
    .leftJoin('information_system', 'information_system.id', 'incident.system_id')
    .select(['organisation.name as organisation_name', 'information_system.name as system_name'])
    .select([
      'incident.id',
      'number',
      'mode',
      'title',
      'incident.status',
      'severity',
      'incident.type',
      'incident.organisation_id',
      'system_id',
      'target_id',
      'team_id',
      'assignee',
      'account.name as assignee_name',
      'detected_at',
      'reported_at',
      'next_due_at',
      'serious',
      'open_tasks',
      'incomplete_actions',
    ])
    // Ids begin with their time: newest first.
    .orderBy('incident.id', 'desc')
    .limit(asked.limit + 1)
    .execute();
  const heirs = await heirsOf(
    read,
    found.map((row) => row.organisation_id),
  );
  const items = found.slice(0, asked.limit).map((row) => ({
    id: row.id,
    number: row.number,
    mode: row.mode,
    title: row.title,
    status: row.status,
    severity: row.severity,
    type: row.type,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    successorName: heirs.get(row.organisation_id)?.name ?? null,
    systemId: row.system_id,
    systemName: row.system_name,
    targetId: row.target_id,
    teamId: row.team_id,
    assignee: row.assignee,
    assigneeName: row.assignee_name,
    detectedAt: row.detected_at,
    reportedAt: row.reported_at,
    nextDueAt: row.next_due_at,
    overdue: row.next_due_at !== null && row.next_due_at < now,
    serious: row.serious === null ? null : row.serious === 1,
    openTasks: row.open_tasks,
    incompleteActions: row.incomplete_actions,
  }));
  return {
    items,
    next: found.length > asked.limit ? (items.at(-1)?.id ?? null) : null,
    total: Number(total.count),
  } as Answer;
}

function matching(read: Read, rows: Rows, asked: Filters, actor: Actor, now: number): Rows {
  if (asked.status === 'open') rows = rows.where('incident.open', '=', 1);
  else if (asked.status) rows = rows.where('incident.status', '=', asked.status);
  if (asked.severity) rows = rows.where('incident.severity', '=', asked.severity);
  if (asked.system) rows = rows.where('incident.system_id', '=', asked.system);
  if (asked.overdue) rows = rows.where('incident.next_due_at', '<', now);
  if (asked.mine)
    rows = rows.where((eb) => eb.or([eb('incident.assignee', '=', actor.id), eb('incident.reporter', '=', actor.id)]));
  for (const phrases of searchTerms(asked.search ?? '').slice(0, 8))
    rows = rows.where((eb) =>
      eb.or(phrases.map((phrase) => eb.and(phrase.split(' ').map((word) => eb.exists(withWord(read, word)))))),
    );
  return rows;
}

/** The ticket holds a word that begins so: a range of the index, the same in both databases. */
function withWord(read: Read, word: string) {
  return read
    .selectFrom('incident_token')
    .select(sql<number>`1`.as('hit'))
    .whereRef('incident_token.ticket_id', '=', sql.ref('incident.id'))
    .where('incident_token.token', '>=', word)
    .where('incident_token.token', '<', `${word}\uffff`);
}
