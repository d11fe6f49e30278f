import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { sql } from 'kysely';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { urlOf } from '#api/contract/call.ts';
import { drillList } from '#api/contract/drill-views.ts';
import { auditRead } from '#api/contract/log.ts';
import { organisationCreate } from '#api/contract/organisations.ts';
import { unavailable } from '#api/http/unavailable.ts';
import { openDatabase } from '#db/open.ts';
import { postgresOver } from '#db/postgres.ts';
import { givenApp, postgres, sqlite, units } from '#test/given.ts';

/** A line to a server that can be cut and mended, as when the server stops and starts. */
async function givenLine(to: URL) {
  const open = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(Number(to.port || 5432), to.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => {}).on('close', () => (open.delete(one), other.destroy()));
      one.pipe(other);
    }
  });
  const url = new URL(to);
  url.hostname = '127.0.0.1';
  const mend = async () => {
    await once(line.listen(Number(url.port === to.port ? 0 : url.port), '127.0.0.1'), 'listening');
    url.port = String((line.address() as AddressInfo).port);
  };
  await mend();
  const cut = () => {
    line.close();
    for (const socket of open) socket.destroy();
  };
  onTestFinished(cut);
  return { url, cut, mend };
}

it('a PostgreSQL that goes away is said so to whoever reads and whoever writes, and is no defect', async () => {
  let line: Awaited<ReturnType<typeof givenLine>> | undefined;
  const behindLine = async () => {
    const place = await postgres.create();
    if (place.url !== null) line = await givenLine(new URL(place.url));
    return { ...place, open: () => (line ? openDatabase(line.url.href) : place.open()) };
  };
  const app = await givenApp({ ...postgres, create: behindLine });
  if (!line) return expect(postgres.engine).toBe('embedded');
  const admin = await app.as('admin');
  const statuses = async () => {
    const write = admin.refused(organisationCreate, {
      body: { name: 'Sở Mới (mẫu)', kind: 'department', parentId: units.province },
    });
    return [(await admin.fetch(urlOf(auditRead))).status, (await admin.fetch('/api/ready')).status, (await write).code];
  };
  expect((await admin.fetch(urlOf(auditRead))).status).toBe(200);
  line.cut();
  for (let i = 0; i < 5; i += 1) expect(await statuses()).toEqual([503, 503, 'server.unavailable']);
  expect(app.log.filter(({ event }) => event === 'defect')).toEqual([]);
  expect(app.log).toContainEqual(expect.objectContaining({ level: 'error', event: 'database_unreachable' }));
  await line.mend();
  await expect.poll(async () => (await admin.fetch(urlOf(auditRead))).status).toBe(200);
  await admin.call(organisationCreate, {
    body: { name: 'Sở Mới (mẫu)', kind: 'department', parentId: units.province },
  });
});

it('a PostgreSQL that nobody listens for, or that hangs up, is unreachable', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as { port: number };
  const ask = () => {
    const pool = new pg.Pool({ connectionString: `postgres://test@127.0.0.1:${port}/x` });
    return sql`select 1`.execute(postgresOver(pool).read).catch((error: unknown) => unavailable(error));
  };
  closed.on('connection', (socket) => socket.destroy());
  expect(await ask()).toBe('database_unreachable');
  closed.close();
  await once(closed, 'close');
  expect(await ask()).toBe('database_unreachable');
});

it.each([
  ['SQLITE_FULL', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['53100', 'disk_full'],
  ['SQLITE_IOERR', 'storage_failed'],
  ['SQLITE_IOERR_WRITE', 'storage_failed'],
  ['SQLITE_CANTOPEN', 'storage_failed'],
  ['EIO', 'storage_failed'],
  ['57P01', 'database_unreachable'],
  ['57P03', 'database_unreachable'],
  ['08006', 'database_unreachable'],
  ['53300', 'database_unreachable'],
  ['ECONNRESET', 'database_unreachable'],
  ['23505', null],
  ['42P01', null],
  ['40001', null],
  ['SQLITE_ERROR', null],
  ['SQLITE_CONSTRAINT_UNIQUE', null],
  ['', null],
])('an error %s is %s', (code, why) => {
  expect(unavailable(Object.assign(new Error('x'), { code }))).toBe(why);
});

it('a SQLite file that fails under the server is no defect of the server', async () => {
  const app = await givenApp(sqlite);
  const client = await app.as('organiser');
  const failing = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' });
  Object.defineProperty(app.kernel.db, 'read', {
    get: () => {
      throw failing;
    },
  });
  const response = await client.fetch(urlOf(drillList));
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([503, 'server.unavailable']);
  expect(app.log).toContainEqual(expect.objectContaining({ level: 'error', event: 'storage_failed' }));
});
