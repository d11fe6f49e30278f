import { sql } from 'kysely';
import type { Updateable } from 'kysely';
import { expect, it } from 'vitest';
import type { EventTable } from '#db/schema/kernel.ts';
import { checkStreams } from '#api/log/check-streams.ts';
import { eachDialect } from '#test/dialects.ts';
import { givenKernel } from './given-kernel.ts';
import type { Given } from './given-kernel.ts';
import { run, writeNote } from './note.ts';

const stream = 'drill:a';

async function givenNotes(given: Given, count: number): Promise<void> {
  for (let i = 1; i <= count; i += 1)
    await run(given.kernel, writeNote, { stream, text: `việc ${i}`, subject: `s${i}` });
}

async function faults({ kernel }: Given) {
  const found = [];
  for await (const { fault } of checkStreams(kernel.db.read)) if (fault) found.push(fault);
  return found;
}

const changed: Updateable<EventTable> = {
  stream: 'drill:b',
  seq: 99,
  type: 'x',
  subject: 'x',
  actor: 'x',
  at: 1,
  occurred_at: 1,
  salt: 'x',
  payload: '{}',
  digest: 'x',
  prev: 'x',
  hash: 'x',
};

eachDialect((dialect) => {
  it.each(Object.keys(changed))('refuses to change %s of an entry', async (column) => {
    const given = await givenKernel(dialect);
    await givenNotes(given, 2);
    const before = await given.kernel.db.read.selectFrom('event').selectAll().orderBy('seq').execute();
    const values = { [column]: changed[column as keyof EventTable] };
    await expect(
      given.kernel.db.transact((trx) => trx.updateTable('event').set(values).where('seq', '=', 1).execute()),
    ).rejects.toThrow(/append-only/);
    expect(await given.kernel.db.read.selectFrom('event').selectAll().orderBy('seq').execute()).toEqual(before);
  });

  it('refuses to delete, replace or truncate', async () => {
    const given = await givenKernel(dialect);
    await givenNotes(given, 2);
    const { db } = given.kernel;
    await expect(db.transact((trx) => trx.deleteFrom('event').execute())).rejects.toThrow(/append-only/);
    const row = await db.read.selectFrom('event').selectAll().where('seq', '=', 1).executeTakeFirstOrThrow();
    await expect(
      db.transact((trx) =>
        trx
          .insertInto('event')
          .values({ ...row, actor: 'x' })
          .execute(),
      ),
    ).rejects.toThrow(/unique|duplicate/i);
    if (dialect.name === 'sqlite')
      await expect(
        db.transact((trx) =>
          trx
            .replaceInto('event')
            .values({ ...row, actor: 'x' })
            .execute(),
        ),
      ).rejects.toThrow(/append-only/);
    else await expect(db.transact((trx) => sql`truncate event`.execute(trx))).rejects.toThrow(/append-only/);
    expect(await faults(given)).toEqual([]);
  });

  it('lets a payload be blanked with its salt, never one of them alone, and never in silence', async () => {
    const given = await givenKernel(dialect);
    await givenNotes(given, 3);
    const { db } = given.kernel;
    const set = (values: Updateable<EventTable>) =>
      db.transact((trx) => trx.updateTable('event').set(values).where('seq', '=', 2).execute());
    await expect(set({ payload: '{}' })).rejects.toThrow(/append-only/);
    await expect(set({ salt: null })).rejects.toThrow(/append-only/);
    await set({ payload: '{}', salt: null });
    // The chain holds, but no entry says that this was done.
    expect(await faults(given)).toEqual([{ seq: 2, code: 'redaction' }]);
  });
});
