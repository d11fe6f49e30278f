import { expect, it } from 'vitest';
import type { LoggedEvent } from '#api/domain/event.ts';
import { Folds } from '#api/kernel/folds.ts';
import type { Fold } from '#api/kernel/folds.ts';
import { eachDialect } from '#test/dialects.ts';
import { givenKernel } from './given-kernel.ts';
import { counted, note, run, writeNote } from './note.ts';
import { append, lockHead } from '#api/kernel/log.ts';

const stream = 'drill:a';

eachDialect((dialect) => {
  it('goes on from where it stood: each event is applied once', async () => {
    const { kernel } = await givenKernel(dialect);
    const seen: number[] = [];
    const watched: Fold<{ last: number }> = {
      prefix: 'drill:',
      initial: () => ({ last: 0 }),
      apply(state, event: LoggedEvent) {
        seen.push(event.seq);
        state.last = event.seq;
        return state;
      },
    };
    for (let i = 1; i <= 5; i += 1) {
      await run(kernel, writeNote, { stream, text: `${i}` });
      // Many readers at once share the work.
      const states = await Promise.all([1, 2, 3].map(() => kernel.folds.read(watched, stream)));
      expect(states.map(({ seq }) => seq)).toEqual([i, i, i]);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('begins anew in another server and comes to the same', async () => {
    const { kernel, another } = await givenKernel(dialect);
    for (let i = 1; i <= 3; i += 1) await run(kernel, writeNote, { stream, text: `${i}` });
    const second = await another();
    expect(await second.folds.read(counted, stream)).toEqual(await kernel.folds.read(counted, stream));
    await run(second, writeNote, { stream, text: '4' });
    expect((await kernel.folds.read(counted, stream)).state.texts).toEqual(['1', '2', '3', '4']);
  });

  it('pages through a long stream', async () => {
    const { kernel } = await givenKernel(dialect);
    await kernel.db.transact(async (trx) => {
      for (let page = 0; page < 9; page += 1)
        await append(
          trx,
          await lockHead(trx, stream, kernel.db.dialect),
          'x',
          1,
          Array.from({ length: 500 }, (_, i) => note(`${page * 500 + i}`)),
        );
    });
    const { state, seq } = await new Folds(kernel.db.read).read(counted, stream);
    expect({ count: state.count, seq, last: state.texts.at(-1) }).toEqual({ count: 4_500, seq: 4_500, last: '4499' });
  });

  it('keeps what a writer sees apart from what readers see, until it is committed', async () => {
    const { kernel } = await givenKernel(dialect);
    await run(kernel, writeNote, { stream, text: 'một' });
    const insight = kernel.db.transact(async (trx) => {
      await append(trx, await lockHead(trx, stream, kernel.db.dialect), 'x', 1, [note('chưa chắc')]);
      return { ...(await kernel.folds.write(trx, counted, stream)) }.count;
    });
    expect(await insight).toBe(2);
    expect((await kernel.folds.read(counted, stream)).state.count).toBe(2);
  });
});
