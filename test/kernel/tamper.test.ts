import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { signCheckpoint } from '#api/kernel/checkpoint.ts';
import { checkStreams } from '#api/log/check-streams.ts';
import type { Trx } from '#db/schema.ts';
import { eachDialect } from '#test/dialects.ts';
import type { Dialect } from '#test/dialects.ts';
import { givenKernel } from './given-kernel.ts';
import { run, writeNote } from './note.ts';

const stream = 'drill:a';
const length = 6;

/** Whoever owns the machine can take the guards off the log; only the chain is left then. */
async function withoutGuards(trx: Trx, dialect: Dialect): Promise<void> {
  const statements =
    dialect.name === 'sqlite'
      ? ['drop trigger event_no_update', 'drop trigger event_no_delete']
      : ['alter table event disable trigger all'];
  for (const statement of statements) await sql.raw(statement).execute(trx);
}

async function verdictAfter(dialect: Dialect, tamper: (trx: Trx) => Promise<unknown>) {
  const { kernel } = await givenKernel(dialect);
  for (let i = 1; i <= length; i += 1) await run(kernel, writeNote, { stream, text: `việc ${i}`, subject: `s${i}` });
  await signCheckpoint(kernel, stream, 'interval');
  await kernel.db.transact(async (trx) => {
    await withoutGuards(trx, dialect);
    await tamper(trx);
  });
  for await (const { fault } of checkStreams(kernel.db.read)) return fault;
  return 'nothing to check';
}

const entry = (trx: Trx, seq: number) =>
  trx.selectFrom('event').selectAll().where('seq', '=', seq).executeTakeFirstOrThrow();
const texts = ['type', 'subject', 'actor', 'salt', 'payload', 'digest', 'prev', 'hash'] as const;
const numbers = ['at', 'occurred_at'] as const;

eachDialect((dialect) => {
  it('finds nothing where nothing was changed', async () => {
    expect(await verdictAfter(dialect, async () => {})).toBeNull();
  });

  it.each(texts)('finds any one flipped character of %s', async (column) => {
    const { kernel } = await givenKernel(dialect);
    for (let i = 1; i <= 3; i += 1) await run(kernel, writeNote, { stream, text: `việc ${i}`, subject: `s${i}` });
    await kernel.db.transact((trx) => withoutGuards(trx, dialect));
    const original = String(
      (await kernel.db.read.selectFrom('event').select(column).where('seq', '=', 2).executeTakeFirstOrThrow())[column],
    );
    for (let i = 0; i < original.length; i += 1) {
      const flipped = original.slice(0, i) + String.fromCharCode(original.charCodeAt(i) ^ 1) + original.slice(i + 1);
      await kernel.db.transact((trx) =>
        trx
          .updateTable('event')
          .set({ [column]: flipped })
          .where('seq', '=', 2)
          .execute(),
      );
      for await (const { fault } of checkStreams(kernel.db.read))
        expect(fault, `${column}[${i}]`).toMatchObject({ seq: column === 'hash' ? expect.any(Number) : 2 });
    }
  });

  it.each(numbers)('finds a changed %s', async (column) => {
    expect(
      await verdictAfter(dialect, (trx) =>
        trx
          .updateTable('event')
          .set((eb) => ({ [column]: eb(column, '+', 1) }))
          .where('seq', '=', 2)
          .execute(),
      ),
    ).toMatchObject({ seq: 2 });
  });

  it('finds a deleted entry', async () => {
    expect(await verdictAfter(dialect, (trx) => trx.deleteFrom('event').where('seq', '=', 3).execute())).toMatchObject({
      seq: 4,
      code: 'gap',
    });
  });

  it('finds two swapped entries', async () => {
    const swap = async (trx: Trx) => {
      for (const [from, to] of [
        [2, 100],
        [3, 2],
        [100, 3],
      ] as const)
        await trx.updateTable('event').set({ seq: to }).where('seq', '=', from).execute();
    };
    expect(await verdictAfter(dialect, swap)).toMatchObject({ seq: 2 });
  });

  it('finds an inserted entry', async () => {
    const insert = async (trx: Trx) => {
      const copy = await entry(trx, 2);
      for (let seq = length; seq > 2; seq -= 1)
        await trx
          .updateTable('event')
          .set({ seq: seq + 1 })
          .where('seq', '=', seq)
          .execute();
      await trx
        .insertInto('event')
        .values({ ...copy, seq: 3 })
        .execute();
    };
    expect(await verdictAfter(dialect, insert)).toMatchObject({ seq: 3 });
  });

  it('finds an entry set behind the head', async () => {
    const forge = async (trx: Trx) => {
      const { hash, ...last } = await entry(trx, length);
      await trx
        .insertInto('event')
        .values({ ...last, hash, prev: hash, seq: length + 1 })
        .execute();
    };
    expect(await verdictAfter(dialect, forge)).toMatchObject({ code: 'head' });
  });

  it('finds a cut tail, even with its head row moved back, by the signed statement', async () => {
    const cut = (trx: Trx) => trx.deleteFrom('event').where('seq', '>', 4).execute();
    expect(await verdictAfter(dialect, cut)).not.toBeNull();
    const cutWithHead = async (trx: Trx) => {
      const { seq, hash, at } = await entry(trx, 4);
      await cut(trx);
      await trx.updateTable('stream').set({ seq, hash, at }).where('stream', '=', stream).execute();
    };
    expect(await verdictAfter(dialect, cutWithHead)).toMatchObject({ code: 'cut' });
  });

  it('finds entries that were taken away altogether, with head', async () => {
    const all = async (trx: Trx) => {
      await trx.deleteFrom('event').execute();
      await trx
        .updateTable('stream')
        .set({ seq: 0, hash: '0'.repeat(64) })
        .execute();
    };
    expect(await verdictAfter(dialect, all)).toMatchObject({ code: 'cut' });
  });
});
