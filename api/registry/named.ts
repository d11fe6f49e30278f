import type { Read } from '#db/schema.ts';

export interface Named {
  id: string;
  name: string;
}

/** Organisations or systems by id, in the order of the ids; unknown ones are left out. */
export async function namedOf(
  read: Read,
  table: 'organisation' | 'information_system',
  ids: readonly string[],
): Promise<Named[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom(table)
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
