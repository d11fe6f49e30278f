import type { Read, Trx } from '#db/schema.ts';

/** Who goes on for an organisation: itself, or at the end of the line the successor of one that has ended. */
export async function heirOf(db: Read | Trx, organisationId: string): Promise<string> {
  // A line is as long as the reforms of one lifetime; a circle in an imported register must end all the same.
  let heir = organisationId;
  for (let step = 0; step < 20; step += 1) {
    const row = await db.selectFrom('organisation').select('successor_id').where('id', '=', heir).executeTakeFirst();
    if (!row?.successor_id) return heir;
    heir = row.successor_id;
  }
  return heir;
}
