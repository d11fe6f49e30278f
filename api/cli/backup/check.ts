import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#db/open.ts';
import type { Database } from '#db/database.ts';
import { areas } from '../../areas.ts';
import { checkStreams } from '../../log/check-streams.ts';
import { replayCheck } from '../../log/replay.ts';
import { evidenceFolder, postgresFile, sqliteFile } from './make.ts';
import { BackupFault, readManifest } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { inTemporaryDatabase, runTool } from './postgres-tools.ts';

export interface CheckedBackup {
  manifest: Manifest;
  streams: number;
  events: number;
  tables: number;
  files: number;
}

/**
 * Restores a backup in a temporary place and looks at it from all sides: every file by its hash, the database by its own check,
 * every log chain, every row against the log. Throws BackupFault. `server`: a PostgreSQL server to try a PostgreSQL backup on.
 */
export async function checkBackup(folder: string, server: string | null): Promise<CheckedBackup> {
  const manifest = await readManifest(folder);
  const names = new Set(manifest.parts.map(({ path }) => path));
  const file = manifest.dialect === 'sqlite' ? sqliteFile : postgresFile;
  if (!names.has(file)) throw new BackupFault('missing', file);
  const files = manifest.parts.filter(({ path }) => path.startsWith(`${evidenceFolder}/`)).length;
  const found = await (manifest.dialect === 'sqlite' ? onCopy(folder, manifest) : onServer(folder, server, manifest));
  return { manifest, files, ...found };
}

async function onCopy(folder: string, manifest: Manifest) {
  const place = await mkdtemp(join(tmpdir(), 'thao-truong-restore-'));
  try {
    const copy = join(place, sqliteFile);
    await cp(join(folder, sqliteFile), copy);
    return await inspect(copy, manifest);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function onServer(folder: string, server: string | null, manifest: Manifest) {
  if (!server) throw new BackupFault('no_server');
  return inTemporaryDatabase(server, async (url) => {
    await runTool(
      'pg_restore',
      ['--no-owner', '--exit-on-error', `--dbname=${new URL(url).pathname.slice(1)}`, join(folder, postgresFile)],
      url,
    );
    return inspect(url, manifest);
  });
}

async function inspect(url: string, manifest: Manifest) {
  const db = await openDatabase(url).catch((error: unknown) => {
    throw new BackupFault('database', String(error));
  });
  try {
    return await inspectOpen(db, manifest);
  } finally {
    await db.close();
  }
}

async function inspectOpen(db: Database, manifest: Manifest) {
  const { integrity_check: integrity = 'ok' } = await db.doctor();
  if (integrity !== 'ok') throw new BackupFault('integrity', integrity);
  await db.migrate();
  let streams = 0;
  for await (const { stream, fault } of checkStreams(db.read)) {
    if (fault) throw new BackupFault(fault.code, `${stream} ${fault.seq ?? ''}`);
    streams += 1;
  }
  const { first, events, tables } = await replayCheck(
    db,
    areas.map(({ projector }) => projector),
  );
  if (first) throw new BackupFault('replay', first.table);
  await checkEvidence(db, manifest);
  return { streams, events, tables: tables.length };
}

/** Every file that a row names is there, with the bytes it had when it arrived. */
async function checkEvidence(db: Database, manifest: Manifest): Promise<void> {
  const hashes = new Map(manifest.parts.map(({ path, sha256 }) => [path, sha256]));
  const rows = await db.read.selectFrom('evidence').select(['id', 'sha256']).execute();
  for (const { id, sha256 } of rows) {
    const path = `${evidenceFolder}/${id}`;
    if (hashes.get(path) !== sha256) throw new BackupFault(hashes.has(path) ? 'changed' : 'missing', path);
  }
}
