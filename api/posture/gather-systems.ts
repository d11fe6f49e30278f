import { sql } from 'kysely';
import type { Read } from '#db/schema.ts';
import type { SystemFact } from '../domain/posture/facts.ts';
import { freshDays } from '../domain/registry/freshness.ts';
import { instant, isoDate, wall } from '../domain/zone.ts';

/** Drills that took place: planned ones do not count. */
const held = ['live', 'paused', 'ended', 'judging', 'published'];

/** Every system not retired whose owner or operator lies at or below a path. */
export async function gatherSystems(read: Read, path: string, now: number): Promise<SystemFact[]> {
  const end = `${path}~`;
  const rows = await read
    .selectFrom('information_system as system')
    .leftJoin('organisation as owner', 'owner.id', 'system.owner_id')
    .leftJoin('organisation as operator', 'operator.id', 'system.operator_id')
    .where('system.status', '!=', 'retired')
    .where((eb) =>
      eb.or([
        eb.and([eb('owner.path', '>=', path), eb('owner.path', '<', end)]),
        eb.and([eb('operator.path', '>=', path), eb('operator.path', '<', end)]),
      ]),
    )
    .select([
      'system.id',
      'system.name',
      'system.level',
      'system.status',
      'system.dossier_status',
      'system.plan_status',
      'system.last_assessed_on',
      'owner.path as owner_path',
      'operator.path as operator_path',
    ])
    .orderBy('system.sort_key')
    .orderBy('system.id')
    .execute();
  const drilled = await drilledSystems(read, now);
  const contacts = await contactCounts(read, now);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    level: row.level,
    status: row.status as SystemFact['status'],
    dossier: row.dossier_status as SystemFact['dossier'],
    plan: row.plan_status as SystemFact['plan'],
    lastAssessedOn: row.last_assessed_on,
    paths: [row.owner_path, row.operator_path].filter((one) => one !== null),
    drilled: drilled.has(row.id),
    contacts: contacts.get(row.id)?.all ?? 0,
    freshContacts: contacts.get(row.id)?.fresh ?? 0,
  }));
}

/** K08 counts by calendar year. */
async function drilledSystems(read: Read, now: number): Promise<Set<string>> {
  const { year } = wall(now);
  const rows = await read
    .selectFrom('drill_target')
    .innerJoin('drill', 'drill.id', 'drill_target.drill_id')
    .select('system_id')
    .distinct()
    .where('drill.status', 'in', held)
    .where('drill.starts_at', '>=', instant(year, 1, 1))
    .where('drill.starts_at', '<', instant(year + 1, 1, 1))
    .where('system_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap((row) => row.system_id ?? []));
}

async function contactCounts(read: Read, now: number): Promise<Map<string, { all: number; fresh: number }>> {
  const since = isoDate(now - freshDays * 86_400_000);
  const rows = await read
    .selectFrom('system_contact')
    .groupBy('system_id')
    .select((eb) => [
      'system_id',
      eb.fn.countAll<number>().as('count'),
      sql<number>`sum(case when confirmed_on >= ${since} then 1 else 0 end)`.as('fresh'),
    ])
    .execute();
  return new Map(rows.map((row) => [row.system_id, { all: Number(row.count), fresh: Number(row.fresh) }]));
}
