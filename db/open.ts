import type { Database } from './database.ts';

/** Opens `postgres://…`, or a SQLite file path (`sqlite:` prefix allowed). */
export async function openDatabase(url: string): Promise<Database> {
  // Each brings its driver; a server uses one.
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./postgres.ts')).openPostgres(url);
  return (await import('./sqlite.ts')).openSqlite(url.replace(/^sqlite:/, ''));
}
