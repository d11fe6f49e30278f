import { expect, it } from 'vitest';
import type { Kernel } from '#api/kernel/kernel.ts';
import { eachDialect } from '#test/dialects.ts';
import { append, lockHead } from '#api/kernel/log.ts';
import { inProcess } from './child.ts';
import { givenKernel } from './given-kernel.ts';
import { counted, note, outcome, run, writeAndFail, writeFirst, writeNote } from './note.ts';

const stream = 'drill:a';
const key = 'mot-khoa-duy-nhat';

async function textsIn(kernel: Kernel, of = stream): Promise<string[]> {
  return (await kernel.folds.read(counted, of)).state.texts;
}

const tally = (list: string[]) =>
  Object.fromEntries(
    Map.groupBy(list, (one) => one)
      .entries()
      .map(([one, all]) => [one, all.length]),
  );

eachDialect((dialect) => {
  it('answers the same key thrice with the first answer and does the work once', async () => {
    const { kernel } = await givenKernel(dialect);
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await run(kernel, writeNote, { stream, text: 'một' }, key));
    expect(answers.map(({ body }) => body)).toEqual([answers[0]!.body, answers[0]!.body, answers[0]!.body]);
    expect(answers.map(({ headers }) => headers['idempotent-replay'])).toEqual([undefined, 'true', 'true']);
    expect(await textsIn(kernel)).toEqual(['một']);
  });

  it('does it once when the same key comes fifty times at once', async () => {
    const { kernel } = await givenKernel(dialect);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => run(kernel, writeNote, { stream, text: 'một' }, key)),
    );
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await textsIn(kernel)).toEqual(['một']);
  });

  it('answers a key that comes at the same moment to two streams as if one had come first', async () => {
    const { kernel, another } = await givenKernel(dialect);
    const second = await another();
    for (let round = 0; round < 20; round += 1) {
      const shared = `mot-khoa-${round}`;
      const [one, two] = [`drill:mot-${round}`, `drill:hai-${round}`];
      const acts = [
        outcome(run(kernel, writeNote, { stream: one, text: 'một' }, shared)),
        outcome(run(second, writeNote, { stream: two, text: 'hai' }, shared)),
      ];
      expect(tally(await Promise.all(acts))).toEqual({ done: 1, 'idempotency.reused': 1 });
      expect([...(await textsIn(kernel, one)), ...(await textsIn(kernel, two))]).toHaveLength(1);
    }
  });

  it('remembers the key after a restart and in another server', async () => {
    const { kernel, another } = await givenKernel(dialect);
    const first = await run(kernel, writeNote, { stream, text: 'một' }, key);
    const second = await another();
    expect((await run(second, writeNote, { stream, text: 'một' }, key)).body).toBe(first.body);
    expect(await textsIn(second)).toEqual(['một']);
  });

  it('refuses a key that was used for something else, and keeps the keys of people apart', async () => {
    const { kernel } = await givenKernel(dialect);
    await run(kernel, writeNote, { stream, text: 'một' }, key);
    expect(await outcome(run(kernel, writeNote, { stream, text: 'hai' }, key))).toBe('idempotency.reused');
    await run(kernel, writeNote, { stream, text: 'ba' }, key, 'account-blue');
    expect(await textsIn(kernel)).toEqual(['một', 'ba']);
  });

  it('does not remember a refusal: the same key may succeed later', async () => {
    const { kernel } = await givenKernel(dialect);
    await run(kernel, writeFirst, { stream, text: 'một', subject: 'x' });
    expect(await outcome(run(kernel, writeFirst, { stream, text: 'hai', subject: 'x' }, key))).toBe('conflict.stale');
    await run(kernel, writeFirst, { stream, text: 'ba', subject: 'y' }, key);
    expect(await textsIn(kernel)).toEqual(['một', 'ba']);
  });

  it('lets one of 200 parallel acts on the same thing through, in spite of a gap', async () => {
    const { kernel } = await givenKernel(dialect);
    const acts = Array.from({ length: 200 }, (_, i) =>
      outcome(run(kernel, writeFirst, { stream, text: `lần ${i}`, subject: 'x' })),
    );
    expect(tally(await Promise.all(acts))).toEqual({ done: 1, 'conflict.stale': 199 });
    expect(await textsIn(kernel)).toHaveLength(1);
  });

  it('lets one through when several processes race', async () => {
    const { kernel, place } = await givenKernel(dialect);
    if (place.url === null) return expect(dialect.engine).toBe('embedded');
    const reports = await Promise.all([1, 2, 3].map(() => inProcess('race', place.url ?? '', stream, '60')));
    expect(tally(reports.flat())).toEqual({ done: 1, 'conflict.stale': 179 });
    expect(await textsIn(kernel)).toHaveLength(1);
  });

  it('numbers what 200 parallel acts write without gap or double, in the order of their answers', async () => {
    const { kernel } = await givenKernel(dialect);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => run(kernel, writeNote, { stream: `drill:${i % 4}`, text: `${i}` })),
    );
    for (let s = 0; s < 4; s += 1) {
      const seqs = answers
        .filter((_, i) => i % 4 === s)
        .map(({ body }) => JSON.parse(body) as { seq: number; count: number });
      expect(seqs.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
      // The state a decision saw is the log as it stood just before it.
      expect(seqs.every(({ seq, count }) => count === seq - 1)).toBe(true);
    }
  });

  it('undoes a defect alone: what was written beside it stays', async () => {
    const { kernel } = await givenKernel(dialect);
    const works = Array.from({ length: 60 }, (_, i) =>
      outcome(run(kernel, i % 3 === 1 ? writeAndFail : writeNote, { stream, text: `${i}` })),
    );
    expect(tally(await Promise.all(works))).toEqual({ done: 40, 'Error: a defect': 20 });
    const texts = await textsIn(kernel);
    expect(texts.map(Number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, i) => i).filter((i) => i % 3 !== 1),
    );
    expect((await kernel.db.read.selectFrom('stream').select('seq').executeTakeFirstOrThrow()).seq).toBe(40);
  });

  it('logs as many events at once as a change needs', async () => {
    const { kernel } = await givenKernel(dialect);
    const many = Array.from({ length: 7_001 }, (_, i) => note(`${i}`));
    await kernel.db.transact(async (trx) => append(trx, await lockHead(trx, stream, kernel.db.dialect), 'x', 1, many));
    expect(await textsIn(kernel)).toHaveLength(7_001);
  });

  it('never lets the time of a stream run backwards', async () => {
    const { kernel, clock } = await givenKernel(dialect);
    await run(kernel, writeNote, { stream, text: 'một' });
    clock.pass(-3_600_000);
    await run(kernel, writeNote, { stream, text: 'hai' });
    const events = kernel.db.read.selectFrom('event').select('at').orderBy('seq');
    const times = await events.where('stream', '=', stream).execute();
    expect(times[1]!.at).toBe(times[0]!.at);
    const noted = await kernel.db.read.selectFrom('event').select('type').where('stream', '=', 'system').execute();
    expect(noted).toEqual([{ type: 'clock.set_back' }]);
  });
});
