import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Read } from '#db/schema.ts';

/** SQL: the organisation existed on the day (yyyy-MM-dd). */
export const existedOn = (on: string) =>
  sql<boolean>`((unit.valid_from is null or unit.valid_from <= ${on}) and (unit.valid_to is null or unit.valid_to > ${on}))`;

/** SQL: where the organisation stands now it stood on the day already, or it then stood where a former place says. */
const stillStood = (on: string) => sql<boolean>`(unit.parent_since is null or unit.parent_since <= ${on})`;
const thenStood = (on: string) =>
  sql<boolean>`(former.valid_to > ${on} and (former.valid_from is null or former.valid_from <= ${on}))`;

/** SQL: on the day, the organisation stood right below `parent`; null = at the top. */
export function stoodBelow(parent: string | null | RawBuilder<unknown>, on: string): RawBuilder<boolean> {
  const is = parent === null ? sql`is null` : sql`= ${parent}`;
  return sql<boolean>`((unit.parent_id ${is} and ${stillStood(on)}) or unit.id in (
    select former.organisation_id from organisation_parent as former where former.parent_id ${is} and ${thenStood(on)}
  ))`;
}

/** SQL: on the day, the organisation was `top` or stood anywhere below it. */
export function stoodUnder(top: string, on: string): RawBuilder<boolean> {
  return sql<boolean>`unit.id in (
    with recursive below(id) as (
      select id from organisation where id = ${top}
      union
      select unit.id from organisation as unit inner join below on ${stoodBelow(sql.ref('below.id'), on)}
    )
    select id from below
  )`;
}

/** Below whom each stood on the day, where that is no longer so. */
export async function formerParentsOn(
  read: Read,
  ids: readonly string[],
  on: string,
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom('organisation_parent as former')
    .select(['organisation_id', 'parent_id'])
    .where('organisation_id', 'in', [...ids])
    .where(thenStood(on))
    .execute();
  return new Map(rows.map((row) => [row.organisation_id, row.parent_id]));
}

/** How many organisations stood right below each on the day. */
export async function childrenOn(read: Read, ids: readonly string[], on: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  if (ids.length === 0) return counts;
  const still = await read
    .selectFrom('organisation as unit')
    .select(['parent_id as parent', ({ fn }) => fn.countAll<number>().as('count')])
    .where('parent_id', 'in', [...ids])
    .where(existedOn(on))
    .where(stillStood(on))
    .groupBy('parent_id')
    .execute();
  const then = await read
    .selectFrom('organisation_parent as former')
    .innerJoin('organisation as unit', 'unit.id', 'former.organisation_id')
    .select(['former.parent_id as parent', ({ fn }) => fn.countAll<number>().as('count')])
    .where('former.parent_id', 'in', [...ids])
    .where(existedOn(on))
    .where(thenStood(on))
    .groupBy('former.parent_id')
    .execute();
  for (const { parent, count } of [...still, ...then])
    if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + Number(count));
  return counts;
}
