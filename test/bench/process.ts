import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkStreams } from '#api/log/check-streams.ts';
import { openDatabase } from '#db/open.ts';
import { startProcess } from '#test/kernel/child.ts';
import { counted } from '#test/kernel/note.ts';
import { Folds } from '#api/kernel/folds.ts';
import { freePort } from '#test/postgres.ts';
import { flags } from '#test/start-flags.ts';
import { ms, percentile, report } from './table.ts';

/** From the start of the process to the first answer, and what it holds when nobody asks. */
export async function benchStart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-start-'));
  const times: number[] = [];
  let memory = 0;
  for (let round = 0; round < 5; round += 1) {
    const port = await freePort();
    const from = performance.now();
    const env = { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1' };
    const child = spawn(process.execPath, [...flags, 'api/start.js'], { env, stdio: 'ignore' });
    while (
      !(await fetch(`http://127.0.0.1:${port}/api/ready`).then(
        ({ ok }) => ok,
        () => false,
      ))
    )
      await sleep(5);
    times.push(performance.now() - from);
    await sleep(1_500);
    memory = Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
  report({
    what: 'start to first answer',
    ours: ms(percentile(times.slice(1), 50)),
    target: '≤ 500 ms',
    met: percentile(times.slice(1), 50) <= 500,
  });
  report({ what: 'idle RSS', ours: `${Math.round(memory)} MB`, target: '≤ 120 MB', met: memory <= 120 });
}

/** kill -9 twenty times in the middle of acknowledged writes. */
export async function benchKills(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-kill-'));
  const url = join(folder, 'kill.db');
  const db = await openDatabase(url);
  await db.migrate();
  const acknowledged: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const child = startProcess(['write', url, 'drill:a', String(round)], (line) => acknowledged.push(line));
    const before = acknowledged.length;
    while (acknowledged.length < before + 200) await sleep(5);
    child.kill('SIGKILL');
    await child.ended;
  }
  const { state } = await new Folds(db.read).read(counted, 'drill:a');
  const kept = new Set(state.texts);
  let sound = true;
  for await (const { fault } of checkStreams(db.read)) sound &&= fault === null;
  const lost = acknowledged.filter((text) => !kept.has(text)).length;
  await db.close();
  await rm(folder, { recursive: true, force: true });
  report({
    what: 'kill -9 × 20 during acknowledged writes',
    ours: `${lost} lost of ${acknowledged.length}, chain ${sound ? 'whole' : 'broken'}`,
    target: '0 lost',
    met: lost === 0 && sound,
  });
}
