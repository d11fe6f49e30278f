import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { lockHead } from '#api/kernel/log.ts';
import { sqlite } from '#test/dialects.ts';
import { givenKernel } from './given-kernel.ts';
import { outcome, run, writeNote } from './note.ts';

const stream = 'drill:a';

it('writes what waited together with one commit, and acknowledges nothing before it', async () => {
  const { kernel } = await givenKernel(sqlite);
  const seenAtAnswer = await Promise.all(
    Array.from({ length: 20 }, async (_, i) => {
      await run(kernel, writeNote, { stream, text: `${i}` });
      return (await kernel.db.read.selectFrom('event').select('seq').execute()).length;
    }),
  );
  // The first answer already finds all twenty committed.
  expect(seenAtAnswer).toEqual(Array.from({ length: 20 }, () => 20));
});

it('rejects the works behind one that lost the transaction, without running them outside of it', async () => {
  const { kernel } = await givenKernel(sqlite);
  const ran: string[] = [];
  const lost = outcome(kernel.db.transact((trx) => sql`rollback`.execute(trx)));
  const behind = outcome(kernel.db.transact(async () => void ran.push('behind')));
  expect(await Promise.all([lost, behind])).not.toContain('done');
  expect(ran).toEqual([]);
  expect(await outcome(kernel.db.transact(async () => void ran.push('next')))).toBe('done');
});

it('forgets the events of works before the one that lost the transaction', async () => {
  const { kernel } = await givenKernel(sqlite);
  await run(kernel, writeNote, { stream, text: 'giữ' });
  const batch = ['a', 'b', 'c'].map((text) => outcome(run(kernel, writeNote, { stream, text })));
  const lost = outcome(kernel.db.transact((trx) => sql`rollback`.execute(trx)));
  expect(await Promise.all([...batch, lost])).not.toContain('done');
  expect(JSON.parse((await run(kernel, writeNote, { stream, text: 'sau' })).body)).toEqual({ seq: 2, count: 1 });
});

it('lets nobody write with a transaction that is over', async () => {
  const { kernel } = await givenKernel(sqlite);
  const kept = await kernel.db.transact(async (trx) => trx);
  const head = { stream, seq: 1, hash: 'x', at: 1 };
  expect(await outcome(kept.insertInto('stream').values(head).execute())).not.toBe('done');
  expect(await outcome(lockHead(kept, stream, 'sqlite'))).not.toBe('done');
  expect(await kernel.db.read.selectFrom('stream').selectAll().execute()).toEqual([]);
});
