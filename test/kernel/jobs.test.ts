import { expect, it } from 'vitest';
import { enqueue, JobRunner } from '#api/kernel/jobs.ts';
import type { JobHandler } from '#api/kernel/jobs.ts';
import type { Kernel } from '#api/kernel/kernel.ts';
import { eachDialect } from '#test/dialects.ts';
import { inProcess } from './child.ts';
import { givenKernel } from './given-kernel.ts';

const queue = (kernel: Kernel, count: number) =>
  kernel.db.transact((trx) =>
    enqueue(
      trx,
      kernel.clock.now(),
      Array.from({ length: count }, (_, number) => ({ kind: 'count', payload: { number } })),
    ),
  );
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const left = async (kernel: Kernel) =>
  (await kernel.db.read.selectFrom('job').select('id').where('done_at', 'is', null).execute()).length;

eachDialect((dialect) => {
  it('does each of 300 jobs once with three runners in one process', async () => {
    const { kernel } = await givenKernel(dialect);
    await queue(kernel, 300);
    const done: number[] = [];
    const count: JobHandler = async (payload) => void done.push((payload as { number: number }).number);
    await Promise.all([1, 2, 3].map(() => new JobRunner(kernel, { count }).runDue()));
    expect(done.sort((a, b) => a - b)).toEqual(numbers(300));
    expect(await left(kernel)).toBe(0);
  });

  it('does each of 2,000 jobs once with three processes', async () => {
    const { kernel, place } = await givenKernel(dialect);
    if (place.url === null) return expect(dialect.engine).toBe('embedded');
    await queue(kernel, 2_000);
    const done = (await Promise.all([1, 2, 3].map(() => inProcess('jobs', place.url ?? '')))).flat().map(Number);
    expect(done.sort((a, b) => a - b)).toEqual(numbers(2_000));
    expect(await left(kernel)).toBe(0);
  });

  it('tries a failed job again later, and gives another runner the job of one that died', async () => {
    const { kernel, clock } = await givenKernel(dialect);
    await queue(kernel, 1);
    const tries: number[] = [];
    const runner = new JobRunner(kernel, {
      count: async () => {
        tries.push(clock.now());
        if (tries.length < 3) throw new Error('not yet');
      },
    });
    for (let second = 0; second < 20; second += 1, clock.pass(1_000)) await runner.runDue();
    expect(tries.map((at) => at - tries[0]!)).toEqual([0, 2_000, 6_000]);
    expect(await left(kernel)).toBe(0);

    await queue(kernel, 1);
    const hanging = new JobRunner(kernel, { count: () => new Promise(() => {}) });
    void hanging.runDue();
    await expect
      .poll(
        async () =>
          (await kernel.db.read.selectFrom('job').select('lease_by').where('done_at', 'is', null).executeTakeFirst())
            ?.lease_by,
      )
      .not.toBeNull();
    const taken: unknown[] = [];
    const heir = new JobRunner(kernel, { count: async (payload) => void taken.push(payload) });
    expect(await heir.runDue()).toBe(0);
    clock.pass(31_000);
    expect(await heir.runDue()).toBe(1);
    expect(taken).toHaveLength(1);
  });

  it('queues a job with a key once, and runs a standing job again when it asks', async () => {
    const { kernel, clock } = await givenKernel(dialect);
    const job = { kind: 'tick', payload: null, uniqueKey: 'tick' };
    for (let i = 0; i < 3; i += 1) await kernel.db.transact((trx) => enqueue(trx, clock.now(), [job]));
    let runs = 0;
    const runner = new JobRunner(kernel, {
      tick: async () => {
        runs += 1;
        return { again: clock.now() + 60_000 };
      },
    });
    for (let minute = 0; minute < 3; minute += 1, clock.pass(60_000)) expect(await runner.runDue()).toBe(1);
    expect(runs).toBe(3);
  });

  it('gives up after twenty tries and keeps the reason', async () => {
    const { kernel, clock } = await givenKernel(dialect);
    await queue(kernel, 1);
    let tries = 0;
    const runner = new JobRunner(kernel, {
      count: async () => {
        tries += 1;
        throw new Error('never');
      },
    });
    for (let i = 0; i < 40; i += 1, clock.pass(3_600_000)) await runner.runDue();
    expect(tries).toBe(20);
    const row = await kernel.db.read.selectFrom('job').select(['done_at', 'last_error']).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ done_at: expect.any(Number), last_error: expect.stringContaining('never') });
  });
});
