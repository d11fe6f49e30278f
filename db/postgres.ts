import { Kysely, PostgresDialect, sql } from 'kysely';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { assertServerDurable } from './durable.ts';
import { migrateToLatest } from './migrate.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

const channel = 'thao_truong';
const int8 = 20;

const reconnectAfter = 500;

/** Opens a PostgreSQL server; other processes on it are heard through LISTEN. */
export async function openPostgres(url: string): Promise<Database> {
  pg.types.setTypeParser(int8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  // An idle connection that breaks (the server was restarted) is replaced when the next one is needed.
  pool.on('error', () => {});
  // One that breaks at work fails the query under way; the event beside that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const ear = createEar(url);
  const database = postgresOver(pool, async (heard) => ear.listen(heard));
  try {
    await database.assertDurable();
    await ear.connect();
  } catch (error) {
    await database.close();
    throw error;
  }
  return {
    ...database,
    async close() {
      await ear.close();
      await database.close();
    },
  };
}

/** A connection that listens for as long as the database is open: a lost one is made anew, and what it may have missed is told. */
function createEar(url: string) {
  let client: pg.Client | undefined;
  let heard: (stream?: string) => void = () => {};
  let closed = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url });
    next.on('notification', (message) => heard(message.payload));
    next.on('error', () => {});
    next.once('end', () => void (client === next && again()));
    await next.connect();
    await next.query(`listen ${channel}`);
    client = next;
  };
  const again = (): void => {
    client = undefined;
    if (closed) return;
    setTimeout(
      () => void (closed || connect().then(() => (closed ? client?.end() : heard()), again)),
      reconnectAfter,
    ).unref();
  };
  return {
    connect,
    listen: (listener: typeof heard) => void (heard = listener),
    async close() {
      closed = true;
      await client?.end();
    },
  };
}

/** The database over any pool that speaks PostgreSQL. */
export function postgresOver(
  pool: PostgresPool,
  listen: (heard: (stream?: string) => void) => Promise<void> = async () => {},
): Database {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const settings = async () => {
    const { rows } = await sql<{ name: string; setting: string }>`
      select name, setting from pg_settings
      where name in ('server_version', 'synchronous_commit', 'fsync', 'full_page_writes')`.execute(db);
    return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
  };
  return {
    dialect: 'postgres',
    read: db,
    transact: (work) => db.transaction().execute(work),
    migrate: () => migrateToLatest(db),
    onCommit: (heard) => void listen(heard),
    onRollback: () => {},
    announce: async (trx, stream) => {
      await sql`select pg_notify(${channel}, ${stream})`.execute(trx);
    },
    assertDurable: async () => assertServerDurable(await settings()),
    doctor: settings,
    close: () => db.destroy(),
  };
}
