import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { claimDraft } from '#api/contract/claims.ts';
import { boardPublic, boardRead } from '#api/contract/board.ts';
import { drillList } from '#api/contract/drill-views.ts';
import { urlOf } from '#api/contract/call.ts';
import type { ServerProcess } from '#test/e2e/server-process.ts';
import { startBare } from './bare.ts';
import { load } from './load.ts';
import { perSecond, report } from './table.ts';
import { boardCode, cookieOf, drill } from './world.ts';

/** A read against bare Hono that answers the same bytes. */
async function read(
  what: string,
  url: string,
  headers: Record<string, string>,
  target: string,
  met: (ratio: number, rate: number) => boolean,
): Promise<void> {
  const body = await (await fetch(url, { headers })).text();
  const bare = await startBare(body);
  try {
    await load({ url, headers, seconds: 1 });
    const ours = await load({ url, headers });
    const ceiling = await load({ url: bare.url });
    report({
      what: `${what} (${body.length} bytes)`,
      ours: perSecond(ours),
      ceiling: `${perSecond(ceiling)} bare Hono`,
      ratio: ours / ceiling,
      target,
      met: met(ours / ceiling, ours),
    });
  } finally {
    bare.stop();
  }
}

export async function benchReads(server: ServerProcess): Promise<void> {
  const observer = { cookie: await cookieOf(server, 'observer') };
  await read(
    'board by code, 40 teams, 5,000 events',
    `${server.url}${urlOf(boardPublic, { params: { code: boardCode } })}`,
    {},
    '≥ 60 %',
    (ratio) => ratio >= 0.6,
  );
  await read(
    'board, signed in',
    `${server.url}${urlOf(boardRead, { params: { drill } })}`,
    observer,
    '≥ 60 %',
    (ratio) => ratio >= 0.6,
  );
  await read(
    'my drills, signed in',
    `${server.url}${urlOf(drillList)}`,
    observer,
    '≥ 8,000/s',
    (_, rate) => rate >= 8_000,
  );
}

/** Single-row inserts, each committed with its own fsync, by the bare driver. */
function rawCommits(seconds: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'thao-truong-raw-'));
  const db = new BetterSqlite(join(folder, 'raw.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table row (id integer primary key, payload text not null)');
  const insert = db.prepare('insert into row (payload) values (?)');
  const payload = 'x'.repeat(300);
  const until = performance.now() + seconds * 1_000;
  let count = 0;
  for (; performance.now() < until; count += 1) insert.run(payload);
  db.close();
  rmSync(folder, { recursive: true });
  return count / seconds;
}

export async function benchWrites(server: ServerProcess): Promise<void> {
  const url = `${server.url}${urlOf(claimDraft, { params: { drill } })}`;
  const headers = { cookie: await cookieOf(server, 'red'), origin: server.url, 'content-type': 'application/json' };
  const claim = {
    title: 'Tải tệp tuỳ ý',
    targetId: 't1',
    severity: 'high',
    description: 'Tham số không được kiểm tra.',
    submit: true,
  };
  const body = () => JSON.stringify(claim);
  const raw = rawCommits(3);
  for (const connections of [1, 32]) {
    const ours = await load({ url, headers, method: 'POST', body, connections, seconds: 4 });
    const target = connections === 32 ? '≥ 40 %' : 'shown';
    report({
      what: `durable claim submit, ${connections} at a time`,
      ours: perSecond(ours),
      ceiling: `${perSecond(raw)} raw single-row FULL commits`,
      ratio: ours / raw,
      target,
      met: connections === 32 ? ours / raw >= 0.4 : null,
    });
  }
}
