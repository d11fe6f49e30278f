import { onTestFinished } from 'vitest';
import type { Kernel } from '#api/kernel/kernel.ts';
import { testClock } from '#test/clock.ts';
import type { TestClock } from '#test/clock.ts';
import type { Dialect, Place } from '#test/dialects.ts';
import { kernelOver } from './note.ts';

export interface Given {
  kernel: Kernel;
  clock: TestClock;
  place: Place;
  /** A second server over the same data. */
  another(): Promise<Kernel>;
}

/** A migrated database with a bare kernel, removed when the test ends. */
export async function givenKernel(dialect: Dialect): Promise<Given> {
  const place = await dialect.create();
  const clock = testClock();
  const open: Kernel[] = [];
  const another = async () => {
    const db = await place.open();
    await db.migrate();
    const kernel = kernelOver(db, clock);
    db.onRollback(() => kernel.folds.forgetWrites());
    open.push(kernel);
    return kernel;
  };
  onTestFinished(async () => {
    for (const { db } of open) await db.close();
    await place.remove();
  });
  return { kernel: await another(), clock, place, another };
}
