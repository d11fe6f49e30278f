import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import { moveSchema } from '#db/move-schema.ts';
import { openDatabase } from '#db/open.ts';
import { configuration } from '../configuration.ts';
import type { Configuration } from '../configuration.ts';
import { reportBackup, stamp, tellFault } from './backup.ts';
import { evidenceFolder, postgresFile, sqliteFile } from './backup/make.ts';
import { readManifest } from './backup/manifest.ts';
import { runTool } from './backup/postgres-tools.ts';
import { argument } from './command.ts';
import type { CliCommand, Given } from './command.ts';

export const restore: CliCommand = {
  usage: 'FOLDER [--verify] [--replace]',
  options: { verify: { type: 'boolean' }, replace: { type: 'boolean' } },
  async run(given) {
    const folder = resolve(argument(given, 0));
    const settings = await configuration(given.env);
    const code = await reportBackup(given, folder, settings.database);
    if (code !== 0 || given.options['verify']) return code;
    const { dialect } = await readManifest(folder);
    const place = settings.database.startsWith('postgres') ? 'postgres' : 'sqlite';
    if (dialect !== place) {
      given.say('restore.dialect', { backup: dialect, place });
      return 1;
    }
    try {
      return await install(given, settings, folder, dialect);
    } catch (error) {
      return tellFault(given, error);
    }
  },
};

/** Brings everything beside its place first, then moves the old aside and the new in. */
async function install(
  given: Given,
  settings: Configuration,
  folder: string,
  dialect: 'sqlite' | 'postgres',
): Promise<number> {
  const { dataDir, database, evidenceDir } = settings;
  const files = dialect === 'sqlite' ? [database, `${database}-wal`, `${database}-shm`, evidenceDir] : [evidenceDir];
  const occupied =
    (await exists(evidenceDir)) || (dialect === 'sqlite' ? await exists(database) : await hasTables(database));
  if (occupied && !given.options['replace']) {
    given.say('restore.occupied', { place: dataDir });
    return 1;
  }
  const suffix = stamp(Date.now());
  const incoming = join(dataDir, `restoring-${suffix}`);
  const aside = join(dataDir, `before-restore-${suffix}`);
  await mkdir(incoming, { mode: 0o700 });
  await cp(folder, incoming, { recursive: true });
  if (occupied) {
    await mkdir(aside, { mode: 0o700 });
    for (const file of files) if (await exists(file)) await rename(file, join(aside, basename(file)));
    given.say('restore.aside', { place: aside });
  }
  if (await exists(join(incoming, evidenceFolder))) await rename(join(incoming, evidenceFolder), evidenceDir);
  if (dialect === 'postgres') await restoreServer(given, database, incoming, suffix);
  else {
    await mkdir(dirname(database), { recursive: true });
    await rename(join(incoming, sqliteFile), database);
  }
  await rm(incoming, { recursive: true });
  given.say('restore.done', { place: dialect === 'sqlite' ? database : dataDir });
  return 0;
}

/** The old tables stay in a schema of their own, and come back if the new ones cannot be brought in. */
async function restoreServer(given: Given, url: string, incoming: string, suffix: string): Promise<void> {
  const schema = `before_restore_${suffix.replace('-', '_')}` as const;
  const occupied = await hasTables(url);
  if (occupied) await briefly(url, (db) => moveSchema(db, 'public', schema));
  try {
    const name = new URL(url).pathname.slice(1);
    await runTool(
      'pg_restore',
      ['--no-owner', '--exit-on-error', `--dbname=${name}`, join(incoming, postgresFile)],
      url,
    );
  } catch (error) {
    if (occupied) await briefly(url, (db) => moveSchema(db, schema, 'public'));
    throw error;
  }
  if (occupied) given.say('restore.aside', { place: schema });
}

function hasTables(url: string): Promise<boolean> {
  return briefly(url, async ({ read }) => {
    const { rows } = await sql`select 1 from information_schema.tables where table_schema = 'public' limit 1`.execute(
      read,
    );
    return rows.length > 0;
  });
}

/** On a connection of its own: the tools of PostgreSQL work between. */
async function briefly<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(url);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
