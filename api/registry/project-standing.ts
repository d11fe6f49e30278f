import { sql } from 'kysely';
import type { Trx } from '#db/schema.ts';
import { subtreeRange } from './organisation-path.ts';

/** Puts an organisation, with all that stands below it, right below the organisation with the path `above`. */
export async function standBelow(trx: Trx, organisationId: string, above: string): Promise<void> {
  const { path } = await trx
    .selectFrom('organisation')
    .select('path')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();
  // Nothing stands below itself: a register that says so keeps the path it has.
  if (above.startsWith(path)) return;
  const { from, to } = subtreeRange(path);
  await trx
    .updateTable('organisation')
    .set({ path: sql`${`${above}${organisationId}/`} || substr(path, cast(${path.length + 1} as integer))` })
    .where('path', '>=', from)
    .where('path', '<', to)
    .execute();
}
