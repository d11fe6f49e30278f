import { sql } from 'kysely';
import type { RawBuilder, SqlBool } from 'kysely';
import { columnOf } from '#db/column.ts';
import type { Column } from '#db/column.ts';
import type { Read, Trx } from '#db/schema.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';

/** An organisation and all above it, the nearest first; just itself when the register does not know it. */
export async function withAbove(db: Read | Trx, organisationId: string): Promise<string[]> {
  const row = await db.selectFrom('organisation').select('path').where('id', '=', organisationId).executeTakeFirst();
  return row
    ? row.path
        .split('/')
        .filter((id) => id !== '')
        .toReversed()
    : [organisationId];
}

/**
 * Who answers for a system: its operator where it belongs to the owner's own tree, else the owner
 * (a vendor or another department may run it, the head of the owner stays responsible: NĐ 331/2026 Đ31.1).
 */
export async function answerable(db: Read | Trx, systemId: string): Promise<string | undefined> {
  const system = await db
    .selectFrom('information_system')
    .select(['owner_id', 'operator_id'])
    .where('id', '=', systemId)
    .executeTakeFirst();
  if (!system) return undefined;
  return (await withAbove(db, system.operator_id)).includes(system.owner_id) ? system.operator_id : system.owner_id;
}

/**
 * Condition: `column` names one of `roots` or something below one.
 * Ids use letters, digits, "-" and "_", which all sort before "~": a range of paths holds exactly what lies below.
 */
export function isBelow(column: Column, roots: readonly string[]): RawBuilder<SqlBool> {
  const given = roots.length > 0 ? sql.join([...roots]) : sql`null`;
  const of = columnOf(column);
  return sql<SqlBool>`(${of} in (${given}) or ${of} in (
    select unit.id from organisation as root
    inner join organisation as unit on unit.path >= root.path and unit.path < root.path || '~'
    where root.id in (${given})))`;
}

/** Organisations for which the person holds one of the roles; `*` = everywhere. */
export function rootsOf(actor: Actor, roles: readonly OrganisationRole[]): readonly string[] | '*' {
  const ids = actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.organisationId);
  return ids.includes('*') ? '*' : [...new Set(ids)];
}
