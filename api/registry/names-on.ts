import type { Read } from '#db/schema.ts';

export interface FormerName {
  name: string;
  shortName: string | null;
}

/** For organisations called differently on that day (yyyy-MM-dd): the name they then had. */
export async function namesOn(read: Read, ids: readonly string[], on: string): Promise<Map<string, FormerName>> {
  const names = new Map<string, FormerName>();
  if (ids.length === 0) return names;
  const rows = await read
    .selectFrom('organisation_name')
    .selectAll()
    .where('organisation_id', 'in', [...ids])
    .where('valid_to', '>', on)
    .orderBy('valid_to', 'desc')
    .execute();
  // The earliest that ended after the day comes last and stays.
  for (const row of rows) names.set(row.organisation_id, { name: row.name, shortName: row.short_name });
  return names;
}
