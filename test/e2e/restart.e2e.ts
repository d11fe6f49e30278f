import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { NewEvent } from '#api/domain/event.ts';
import { drillIn } from '#test/drill-in.ts';
import { changeIds, listen } from '#test/sse.ts';
import { expect, test } from './fixtures.ts';
import { startServer } from './server-process.ts';

const screens = 200;
const code = 'ABCD2345';
const stream = 'drill:drill-1';
const announce = (text: string): NewEvent => ({
  type: 'drill.announced',
  subject: null,
  payload: { text, audience: 'everyone', mustRead: false },
});
const program = fileURLToPath(new URL('../../api/start.js', import.meta.url));

/** The very process of `npm start`, once it says where it listens. */
async function start(folder: string, port: string): Promise<{ child: ChildProcess; port: string }> {
  const env = {
    ...process.env,
    DATA_DIR: folder,
    DATABASE_URL: join(folder, 'test.db'),
    HOST: '127.0.0.1',
    PORT: port,
  };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const listening = /^Thao Trường: http:\/\/[^:]+:(\d+)$/.exec(line)?.[1];
    if (listening) {
      child.stdout.resume();
      return { child, port: listening };
    }
  }
  throw new Error(`the server ended with ${child.exitCode}`);
}

test('told to stop, the server sends every screen away and ends; started again, all go on where they were (R42)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-restart-'));
  const writer = await startServer({ folder });
  await writer.given(stream, drillIn('live', Date.now(), code));
  let server = await start(folder, '0');
  const url = `http://127.0.0.1:${server.port}/api/live/${stream}?code=${code}&after=0`;
  const viewers = Array.from({ length: screens }, () => listen(url, {}, { retry: 50 }));
  try {
    await writer.given(stream, [announce('trước')]);
    const last = () => viewers.map((viewer) => changeIds(viewer).at(-1) ?? null);
    await expect.poll(() => new Set(last()).size === 1 && last()[0] !== null).toBe(true);
    await expect.poll(() => viewers.every((viewer) => viewer.connections === 1)).toBe(true);
    const [known] = last();

    const exited = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    // Ended by itself: all streams were closed, or the process would still wait for them.
    expect(await exited).toEqual([0, null]);
    await expect.poll(() => viewers.every((viewer) => viewer.connections > 1)).toBe(true);
    await writer.given(stream, [announce('trong khi dừng')]);

    server = await start(folder, server.port);
    await writer.given(stream, [announce('sau')]);
    await expect
      .poll(() => viewers.filter((viewer) => changeIds(viewer).at(-1) === (known ?? 0) + 2).length)
      .toBe(screens);
    const all = Array.from({ length: (known ?? 0) + 2 }, (_, i) => i + 1);
    for (const viewer of viewers) expect(changeIds(viewer)).toEqual(all);
  } finally {
    for (const viewer of viewers) viewer.close();
    server.child.kill('SIGKILL');
    await writer.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
