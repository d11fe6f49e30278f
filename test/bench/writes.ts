import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite from 'better-sqlite3';
import { claimDraft } from '#api/contract/claims.ts';
import { urlOf } from '#api/contract/call.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { submitInProcess } from './in-process.ts';
import type { Done, Errand } from './submitter.ts';
import { perSecond, report } from './table.ts';
import { cookieOf, drill, finding } from './world.ts';

/** Single-row inserts a second, each committed with its own fsync, by the bare driver. */
function rawCommits(seconds = 2): number {
  const folder = mkdtempSync(join(tmpdir(), 'thao-truong-raw-'));
  const db = new BetterSqlite(join(folder, 'raw.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table row (id integer primary key, payload text not null)');
  const insert = db.prepare('insert into row (payload) values (?)');
  const payload = 'x'.repeat(300);
  const from = performance.now();
  let count = 0;
  for (; performance.now() < from + seconds * 1_000; count += 1) insert.run(payload);
  const rate = (count / (performance.now() - from)) * 1_000;
  db.close();
  rmSync(folder, { recursive: true });
  return rate;
}

/** Processor time (µs) a process has used; the kernel counts in hundredths of a second. */
function processorTime(pid: number): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const fields = after.split(' ').map(Number);
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) * 10_000;
}

/** Compares with the bare driver: the disk has its moods, so the ceiling is that of just before and just after. */
async function against(
  what: string,
  target: number | null,
  run: () => Promise<{ rate: number; note?: string }>,
): Promise<void> {
  const before = rawCommits();
  const { rate, note = '' } = await run();
  const raw = (before + rawCommits()) / 2;
  report({
    what: `durable claim submit, ${what}`,
    ours: `${perSecond(rate)}${note}`,
    ceiling: `${perSecond(raw)} raw single-row FULL commits`,
    ratio: rate / raw,
    target: target === null ? 'shown' : `≥ ${target * 100} %`,
    met: target === null ? null : rate / raw >= target,
  });
}

export async function benchWrites(server: ServerProcess): Promise<void> {
  const child = fork(fileURLToPath(new URL('./submitter.ts', import.meta.url)), { execArgv: [] });
  const { port, origin } = new URL(server.url);
  const path = urlOf(claimDraft, { params: { drill } });
  const headers = { cookie: await cookieOf(server, 'red'), origin, 'content-type': 'application/json' };
  const errand = { port: Number(port), path, headers, body: JSON.stringify(finding) };
  const submit = async (connections: number, seconds: number): Promise<Done> => {
    child.send({ ...errand, connections, seconds } satisfies Errand);
    const [answer] = (await once(child, 'message')) as [Done | { failed: string }];
    if ('failed' in answer) throw new Error(answer.failed);
    return answer;
  };
  try {
    await submit(32, 3);
    for (const connections of [1, 32])
      await against(`${connections} at a time`, connections === 32 ? 0.4 : null, async () => {
        const used = processorTime(server.pid);
        const { count, ms } = await submit(connections, 5);
        const each = Math.round((processorTime(server.pid) - used) / count);
        return { rate: (count / ms) * 1_000, note: `, ${each} µs of processor each` };
      });
  } finally {
    child.disconnect();
  }
  await against('32 at a time without HTTP', null, async () => ({ rate: await submitInProcess(32, 5) }));
}
