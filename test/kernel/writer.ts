import { JobRunner } from '#api/kernel/jobs.ts';
import type { Kernel } from '#api/kernel/kernel.ts';
import { openDatabase } from '#db/open.ts';
import { kernelOver, outcome, run, writeFirst, writeNote } from './note.ts';

// A server's process for tests: MODE URL ARGUMENTS…; prints one line for each thing done.
const [mode = '', url = '', ...rest] = process.argv.slice(2);
const say = (line: string) => void process.stdout.write(`${line}\n`);

const modes: Record<string, (kernel: Kernel, args: string[]) => Promise<void>> = {
  /** COUNT parallel tries at the one thing. */
  async race(kernel, [stream = '', count = '1']) {
    const tries = Array.from({ length: Number(count) }, () =>
      outcome(run(kernel, writeFirst, { stream, text: 'x', subject: 'x' })),
    );
    for (const line of await Promise.all(tries)) say(line);
  },
  /** Writes without end, ten at a time; prints the text of a note only once it is acknowledged. */
  async write(kernel, [stream = '', name = '']) {
    const line = async (worker: number) => {
      for (let i = 0; ; i += 1) {
        const text = `${name}.${worker}.${i}`;
        await run(kernel, writeNote, { stream, text });
        say(text);
      }
    };
    await Promise.all(Array.from({ length: 10 }, (_, worker) => line(worker)));
  },
  /** Does the jobs of kind `count`, printing the number of each. */
  async jobs(kernel) {
    const runner = new JobRunner(kernel, {
      count: async (payload) => say(String((payload as { number: number }).number)),
    });
    await runner.runDue();
  },
};

const db = await openDatabase(url);
await modes[mode]?.(kernelOver(db), rest);
await db.close();
