import type { Read, Trx } from '#db/schema.ts';
import { namedOf } from './named.ts';
import type { Named } from './named.ts';

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

/** For those of the organisations that have ended with a successor: who goes on for each today. */
export async function heirsOf(read: Read, ids: readonly string[]): Promise<Map<string, Named>> {
  const ended = await read
    .selectFrom('organisation')
    .select(['id', 'successor_id'])
    .where('id', 'in', ['', ...new Set(ids)])
    .where('successor_id', 'is not', null)
    .execute();
  const heirs = new Map<string, string>();
  for (const { id, successor_id } of ended) heirs.set(id, await heirOf(read, successor_id ?? ''));
  const named = new Map((await namedOf(read, 'organisation', [...heirs.values()])).map((one) => [one.id, one]));
  return new Map([...heirs].flatMap(([id, heir]) => (named.has(heir) ? [[id, named.get(heir) as Named]] : [])));
}
