import { redactAll } from '#api/domain/redaction.ts';
import type { Kernel } from '#api/kernel/kernel.ts';
import { append, lockHead } from '#api/kernel/log.ts';
import { blankEntries, held } from '#api/log/blank-entries.ts';

/** Blanks every text that any log holds; answers the types of the entries. */
export async function blankAll(kernel: Kernel): Promise<Set<string>> {
  const types = new Set<string>();
  for (const { stream } of await kernel.db.read.selectFrom('stream').select('stream').execute())
    await kernel.db.transact(async (trx) => {
      const head = await lockHead(trx, stream, kernel.db.dialect);
      const rows = await trx.selectFrom('event').selectAll().where('stream', '=', stream).orderBy('seq').execute();
      const events = redactAll(rows.map(held), 'tat-ca', 'kiểm thử');
      await blankEntries(trx, await append(trx, head, 'system', kernel.clock.now(), events));
      for (const { payload } of events) if ('entries' in payload) for (const { of } of payload.entries) types.add(of);
    });
  kernel.hub.poke();
  return types;
}
