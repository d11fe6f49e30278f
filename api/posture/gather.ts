import { sql } from 'kysely';
import type { Read } from '#db/schema.ts';
import type { ClockFact, FindingFact, PostureFacts, TicketFact, TimeFact } from '../domain/posture/facts.ts';
import type { Window } from '../domain/posture/system-lists.ts';
import { gatherSystems } from './gather-systems.ts';

/** Everything the posture of an organisation is made of. Drill tickets never enter: every query asks for real ones. */
export async function gather(read: Read, path: string, now: number, window: Window): Promise<PostureFacts> {
  return {
    systems: await gatherSystems(read, path, now),
    tickets: await ticketFacts(read, path, now, window),
    clocks: await clockFacts(read, path, now, window),
    times: await timeFacts(read, path, window),
    findings: await findingFacts(read, path),
  };
}

const incidentsBelow = (read: Read, path: string) =>
  read
    .selectFrom('incident')
    .innerJoin('organisation as unit', 'unit.id', 'incident.organisation_id')
    .where('incident.mode', '=', 'real')
    .where('unit.path', '>=', path)
    .where('unit.path', '<', `${path}~`);

async function ticketFacts(read: Read, path: string, now: number, { from, until }: Window): Promise<TicketFact[]> {
  const received = sql`reported_at >= ${from} and reported_at < ${until} and incident.status not in ('cancelled', 'merged')`;
  const rows = await incidentsBelow(read, path)
    .groupBy('unit.path')
    .select([
      'unit.path',
      sql<number>`sum(incident.open)`.as('open'),
      sql<number>`sum(case when next_due_at < ${now} then 1 else 0 end)`.as('overdue'),
      sql<number>`sum(case when ${received} then 1 else 0 end)`.as('received'),
      sql<number>`sum(case when ${received} and incident.status = 'closed' then 1 else 0 end)`.as('closed'),
    ])
    .execute();
  return rows.map((row) => ({
    path: row.path,
    open: Number(row.open),
    overdue: Number(row.overdue),
    received: Number(row.received),
    closed: Number(row.closed),
  }));
}

async function clockFacts(read: Read, path: string, now: number, { from, until }: Window): Promise<ClockFact[]> {
  const rows = await incidentsBelow(read, path)
    .innerJoin('incident_clock as clock', 'clock.ticket_id', 'incident.id')
    .where('clock.void', '=', 0)
    .where('clock.at_once', '=', 0)
    .where('clock.due_at', '>=', from)
    .where('clock.due_at', '<', until)
    // What is not yet due and not yet reported says nothing.
    .where((eb) => eb.or([eb('clock.due_at', '<', now), eb('clock.reported_at', 'is not', null)]))
    .groupBy(['unit.path', 'clock.code'])
    .select((eb) => [
      'unit.path',
      'clock.code',
      eb.fn.countAll<number>().as('due'),
      sql<number>`sum(case when clock.reported_at <= clock.due_at then 1 else 0 end)`.as('on_time'),
    ])
    .execute();
  return rows.map((row) => ({ path: row.path, code: row.code, due: Number(row.due), onTime: Number(row.on_time) }));
}

async function timeFacts(read: Read, path: string, { from, until }: Window): Promise<TimeFact[]> {
  const rows = await incidentsBelow(read, path)
    .where('reported_at', '>=', from)
    .where('reported_at', '<', until)
    .where('incident.status', 'not in', ['cancelled', 'merged'])
    .select(['unit.path', 'detected_at', 'acknowledged_at', 'contained_at', 'resolved_at'])
    .execute();
  return rows.map((row) => {
    const since = (at: number | null) => (at === null ? null : at - row.detected_at);
    return {
      path: row.path,
      acknowledged: since(row.acknowledged_at),
      contained: since(row.contained_at),
      resolved: since(row.resolved_at),
    };
  });
}

async function findingFacts(read: Read, path: string): Promise<FindingFact[]> {
  const rows = await read
    .selectFrom('remediation')
    .innerJoin('organisation as unit', 'unit.id', 'remediation.organisation_id')
    .where('unit.path', '>=', path)
    .where('unit.path', '<', `${path}~`)
    .where('remediation.status', 'in', ['open', 'fixed', 'retested'])
    .groupBy(['unit.path', 'severity', 'remediation.status'])
    .select((eb) => ['unit.path', 'severity', 'remediation.status', eb.fn.countAll<number>().as('count')])
    .execute();
  return rows.map((row) => ({
    path: row.path,
    severity: row.severity,
    status: row.status as FindingFact['status'],
    count: Number(row.count),
  }));
}
