import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import type { Read } from '#db/schema.ts';

/** Reads a database that goes on changing as it stands at one moment. Nothing else may be read through `db` meanwhile. */
export async function atOneMoment<T>(db: Database, work: (read: Read) => Promise<T>): Promise<T> {
  return db.read.connection().execute(async (connection) => {
    // A reader of SQLite keeps to the state of its first read until it ends.
    const begin = db.dialect === 'sqlite' ? sql`begin` : sql`begin isolation level repeatable read read only`;
    await begin.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}
