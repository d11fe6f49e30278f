import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { assertFileDurable, assertServerDurable } from '#db/durable.ts';
import { openDatabase } from '#db/open.ts';
import { postgresOver } from '#db/postgres.ts';
import { eachDialect, givenApp, postgres } from '#test/given.ts';
import { createEmbedded } from '#test/pglite.ts';

eachDialect((dialect) => {
  it('is ready while the database answers and keeps what it acknowledges', async () => {
    const app = await givenApp(dialect);
    const response = await app.visitor().fetch('/api/ready');
    expect([response.status, await response.json()]).toEqual([
      200,
      { ok: true, database: dialect.name, clockSetBack: false },
    ]);
  });
});

it('a PostgreSQL that acknowledges what is not on its disk is not opened, and not ready when it turns out so later', async () => {
  const app = await givenApp(postgres);
  const { url } = app.place;
  if (url === null) return expect(postgres.engine).toBe('embedded');
  const database = new URL(url).pathname.slice(1);
  const { read } = app.kernel.db;
  await sql`alter database ${sql.id(database)} set synchronous_commit = off`.execute(read);
  await expect(openDatabase(url)).rejects.toThrow('synchronous_commit = off');
  // Connections made anew have the setting; the first one is lost.
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(read);
  await sql`select pg_terminate_backend(pg_backend_pid())`.execute(read).catch(() => {});
  const ask = async () => {
    const { status } = await app.visitor().fetch('/api/ready');
    return [status, app.log.at(-1)?.['error']];
  };
  await expect.poll(ask).toEqual([503, expect.stringContaining('synchronous_commit = off')]);
});

it('a database without fsync is not durable', async () => {
  const database = postgresOver((await createEmbedded()).pool());
  await expect(database.assertDurable()).rejects.toThrow('fsync = off');
});

it.each([
  [{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }, true],
  [{ fsync: 'on', synchronous_commit: 'remote_apply', full_page_writes: 'on' }, true],
  [{ fsync: 'on', synchronous_commit: 'local', full_page_writes: 'on' }, true],
  [{ fsync: 'off', synchronous_commit: 'on', full_page_writes: 'on' }, false],
  [{ fsync: 'on', synchronous_commit: 'off', full_page_writes: 'on' }, false],
  [{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'off' }, false],
  [{ fsync: 'on' }, false],
])('PostgreSQL with %o: %s', (settings, durable) => {
  if (durable) assertServerDurable(settings as Record<string, string>);
  else expect(() => assertServerDurable(settings as Record<string, string>)).toThrow('not durable');
});

it.each([
  ['wal', '2', true],
  ['wal', '1', false],
  ['delete', '2', false],
])('SQLite with journal_mode %s, synchronous %s: %s', (journal, synchronous, durable) => {
  if (durable) assertFileDurable(journal, synchronous);
  else expect(() => assertFileDurable(journal, synchronous)).toThrow('not durable');
});
