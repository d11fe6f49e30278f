import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { claimDecide } from '#api/contract/adjudication.ts';
import { urlOf } from '#api/contract/call.ts';
import { startServer } from '#test/e2e/server-process.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { freePort } from '#test/postgres.ts';
import { ms, percentile, report } from './table.ts';
import { boardCode, claims, cookieOf, drill, liveDrill, stream } from './world.ts';

const perProcess = 2_500;

async function startViewers(url: string, count: number) {
  const program = fileURLToPath(new URL('./viewers.ts', import.meta.url));
  const sizes = Array.from({ length: Math.ceil(count / perProcess) }, (_, i) =>
    Math.min(perProcess, count - i * perProcess),
  );
  const children = sizes.map((size) =>
    fork(program, [`${url}/api/live/${stream}?code=${boardCode}`, String(size)], { execArgv: [] }),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  return {
    async ask<T>(ask: string, argument = 0): Promise<T[]> {
      return Promise.all(
        children.map(async (child) => {
          child.send({ ask, argument });
          const [message] = (await once(child, 'message')) as [{ answer: T }];
          return message.answer;
        }),
      );
    },
    stop: () => children.forEach((child) => child.disconnect()),
  };
}
type Viewers = Awaited<ReturnType<typeof startViewers>>;

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

async function until(viewers: Viewers, count: number, id: number): Promise<void> {
  for (let tries = 0; sum(await viewers.ask<number>('standing', id)) < count; tries += 1) {
    if (tries === 600) throw new Error('the viewers did not come');
    await sleep(50);
  }
}

async function decide(server: ServerProcess, cookie: string, claim: number): Promise<number> {
  const from = performance.timeOrigin + performance.now();
  const decision = { outcome: 'accepted', severity: 'high', impacts: ['data'], impactEvidence: true, reason: '' };
  const response = await fetch(`${server.url}${urlOf(claimDecide, { params: { drill, claim: `c${claim}` } })}`, {
    method: 'POST',
    body: JSON.stringify({ decision }),
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), origin: server.url, cookie },
  });
  if (!response.ok) throw new Error(await response.text());
  return from;
}

const rss = async (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;

/** From the judge's click to every screen; with `rough`, lines are cut and the server is killed on the way. */
export async function benchLive(count: number, rough: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-live-'));
  const port = await freePort();
  let server = await startServer({ folder, port });
  try {
    await server.given(stream, [...liveDrill(), ...claims(0, 60, false)]);
    const cookie = await cookieOf(server, 'judge');
    const viewers = await startViewers(`http://127.0.0.1:${port}`, count);
    try {
      await until(viewers, count, 1);
      const first = Math.max(...(await viewers.ask<number>('last')));
      let next = first;
      const all: number[] = [];
      const lasts: number[] = [];
      for (let i = 0; i < 20; i += 1) {
        const from = await decide(server, cookie, i);
        next += 1;
        await until(viewers, count, next);
        const delays = (await viewers.ask<number[]>('times', next)).flat().map((at) => at - from);
        all.push(...delays);
        lasts.push(Math.max(...delays));
      }
      const memory = await rss(server.pid);
      const big = count >= 10_000;
      report({
        what: `decision to screen, ${count.toLocaleString('en')} viewers`,
        ours: `p95 ${ms(percentile(all, 95))}, last ${ms(percentile(lasts, 50))}, RSS ${Math.round(memory)} MB`,
        target: big ? 'last ≤ 300 ms, RSS ≤ 250 MB' : 'p95 ≤ 100 ms',
        met: big ? percentile(lasts, 50) <= 300 && memory <= 250 : percentile(all, 95) <= 100,
      });
      if (!rough) return;
      for (let i = 20; i < 40; i += 1) {
        await Promise.all([viewers.ask('cut', 20), decide(server, cookie, i)]);
        next += 1;
        if (i === 30) {
          await server.kill();
          server = await startServer({ folder, port });
        }
      }
      await until(viewers, count, next);
      const faults = await viewers.ask<{ lost: number; doubled: number }>('faults', first);
      const [lost, doubled] = [sum(faults.map((one) => one.lost)), sum(faults.map((one) => one.doubled))];
      report({
        what: 'changes through 20 × 5 % cut lines and one kill -9',
        ours: `${lost} lost, ${doubled} doubled of ${(next - first) * count}`,
        target: '0, 0',
        met: lost + doubled === 0,
      });
    } finally {
      viewers.stop();
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
