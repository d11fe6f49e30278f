import { Kysely, PostgresDialect, sql } from 'kysely';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { migrateToLatest } from './migrate.ts';
import type { Database } from './open.ts';
import type { Tables } from './schema.ts';

const channel = 'thao_truong';
const int8 = 20;

/** Opens a PostgreSQL server; other processes on it are heard through LISTEN. */
export async function openPostgres(url: string): Promise<Database> {
  pg.types.setTypeParser(int8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const listener = new pg.Client({ connectionString: url });
  await listener.connect();
  const database = postgresOver(pool, async (heard) => {
    listener.on('notification', (message) => heard(message.payload));
    await listener.query(`listen ${channel}`);
  });
  return {
    ...database,
    async close() {
      await listener.end();
      await database.close();
    },
  };
}

/** The database over any pool that speaks PostgreSQL. */
export function postgresOver(
  pool: PostgresPool,
  listen: (heard: (stream?: string) => void) => Promise<void> = async () => {},
): Database {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
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
    doctor: async () => {
      const settings = await sql<{ name: string; setting: string }>`
        select name, setting from pg_settings
        where name in ('server_version', 'synchronous_commit', 'fsync', 'full_page_writes')`.execute(db);
      return Object.fromEntries(settings.rows.map((row) => [row.name, row.setting]));
    },
    close: () => db.destroy(),
  };
}
