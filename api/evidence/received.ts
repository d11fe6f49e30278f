import type { Trx } from '#db/schema.ts';
import type { UploadTable } from '#db/schema/evidence.ts';
import { refuse } from '../domain/refusal.ts';

/** A file the person has sent and that is nobody's evidence yet. Throws `evidence.unfinished`, `evidence.attached`. */
export async function receivedFile(trx: Trx, id: string, accountId: string): Promise<UploadTable> {
  const row = await trx
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) throw refuse('evidence.unfinished');
  const used = await trx.selectFrom('evidence').select('id').where('id', '=', id).executeTakeFirst();
  if (used) throw refuse('evidence.attached');
  return row;
}
