import { sql } from 'kysely';
import type { Read } from '#db/schema.ts';

/** Incidents not closed and findings not fixed at a moment; null = nothing had been recorded by then. */
export async function standing(read: Read, path: string, at: number) {
  const incidents = await read
    .selectFrom('incident')
    .innerJoin('organisation as unit', 'unit.id', 'incident.organisation_id')
    .where('incident.mode', '=', 'real')
    .where('incident.status', 'not in', ['cancelled', 'merged'])
    .where('unit.path', '>=', path)
    .where('unit.path', '<', `${path}~`)
    .where('reported_at', '<=', at)
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      sql<number>`coalesce(sum(case when closed_at is null or closed_at > ${at} then 1 else 0 end), 0)`.as('open'),
    ])
    .executeTakeFirstOrThrow();
  const findings = await read
    .selectFrom('remediation')
    .innerJoin('organisation as unit', 'unit.id', 'remediation.organisation_id')
    .where('unit.path', '>=', path)
    .where('unit.path', '<', `${path}~`)
    .where('opened_at', '<=', at)
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      sql<number>`coalesce(sum(case when fixed_at is null or fixed_at > ${at} then 1 else 0 end), 0)`.as('open'),
    ])
    .executeTakeFirstOrThrow();
  if (Number(incidents.all) + Number(findings.all) === 0) return null;
  return { incidents: Number(incidents.open), findings: Number(findings.open) };
}
