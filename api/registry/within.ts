import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { columnOf } from '#db/column.ts';
import type { Column } from '#db/column.ts';
import type { Read, Trx } from '#db/schema.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';
import { coveredTops } from '../domain/registry/covers.ts';
import { searchTerms } from '../domain/text.ts';
import { subtreeRange } from './organisation-path.ts';

export interface PathRange {
  from: string;
  to: string;
}

/** The parts of the tree in which the person holds one of `roles`, as ranges of paths; null = everywhere. */
export async function coveredRanges(
  read: Read | Trx,
  actor: Actor,
  roles: readonly OrganisationRole[],
): Promise<PathRange[] | null> {
  const tops = coveredTops(actor, roles);
  if (tops.includes('*')) return null;
  if (tops.length === 0) return [];
  const rows = await read
    .selectFrom('organisation')
    .select('path')
    .where('id', 'in', [...tops])
    .execute();
  return rows.map(({ path }) => subtreeRange(path));
}

/** SQL: the path of the column lies in one of the ranges. */
export function inRanges(column: Column, ranges: readonly PathRange[]): RawBuilder<boolean> {
  if (ranges.length === 0) return sql<boolean>`1 = 0`;
  const path = columnOf(column);
  const one = ({ from, to }: PathRange) => sql`(${path} >= ${from} and ${path} < ${to})`;
  return sql<boolean>`(${sql.join(ranges.map(one), sql` or `)})`;
}

/** SQL: every term of the search occurs in the folded column. */
export function saysAll(column: Column, search: string): RawBuilder<boolean> {
  const folded = columnOf(column);
  const one = (phrases: readonly string[]) =>
    // Terms are letters, digits and single spaces: nothing in them is special to LIKE.
    sql`(${sql.join(
      phrases.map((phrase) => sql`${folded} like ${`%${phrase}%`}`),
      sql` or `,
    )})`;
  const terms = searchTerms(search).slice(0, 8);
  return sql<boolean>`(${terms.length > 0 ? sql.join(terms.map(one), sql` and `) : sql`1 = 1`})`;
}
