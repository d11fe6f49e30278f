import { constants } from 'node:fs';
import { cp, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { openDatabase } from '#db/open.ts';
import { writeManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { runTool } from './postgres-tools.ts';

export const sqliteFile = 'database.db';
export const postgresFile = 'database.dump';
export const evidenceFolder = 'evidence';

/**
 * Copies a running installation into the new folder: first the database as of one moment, then the evidence files, which are
 * sealed before any row names them. Throws when the folder exists.
 */
export async function makeBackup(
  source: { database: string; evidenceDir: string },
  folder: string,
  now: number,
): Promise<Manifest> {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  await mkdir(folder, { mode: 0o700 });
  try {
    const dialect = await copyDatabase(source.database, folder);
    const evidence = await stat(source.evidenceDir).catch(() => undefined);
    if (evidence)
      await cp(source.evidenceDir, join(folder, evidenceFolder), {
        recursive: true,
        mode: constants.COPYFILE_FICLONE,
        preserveTimestamps: true,
        dereference: true,
      });
    return await writeManifest(folder, { madeAt: now, dialect });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** `cp` of a live database lies (it lost half of the acknowledged rows when tried); both of these are online and whole. */
async function copyDatabase(database: string, folder: string): Promise<Manifest['dialect']> {
  const db = await openDatabase(database);
  try {
    if (db.dialect === 'sqlite') await sql`vacuum into ${join(folder, sqliteFile)}`.execute(db.read);
    else await runTool('pg_dump', ['--format=custom', '--no-owner', `--file=${join(folder, postgresFile)}`], database);
    return db.dialect;
  } finally {
    await db.close();
  }
}
