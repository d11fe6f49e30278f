import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Where tables of PostgreSQL stand: in use, or put aside by a restore. */
export type SchemaName = 'public' | `before_restore_${string}`;

/** Gives a schema another name; whatever bore that name is gone, and `public` is always there. */
export async function moveSchema(db: Database, from: SchemaName, to: SchemaName): Promise<void> {
  const [old, next] = [from, to].map((name) => sql.id(name));
  await db.transact(async (trx) => {
    await sql`drop schema if exists ${next} cascade`.execute(trx);
    await sql`alter schema ${old} rename to ${next}`.execute(trx);
    await sql`create schema if not exists public`.execute(trx);
  });
}
