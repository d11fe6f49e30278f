import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { configuration } from '../configuration.ts';
import { wall, pad2 } from '../domain/zone.ts';
import { checkBackup } from './backup/check.ts';
import { makeBackup } from './backup/make.ts';
import { BackupFault } from './backup/manifest.ts';
import type { CliCommand, Given } from './command.ts';

export const backup: CliCommand = {
  usage: '[FOLDER]',
  async run(given) {
    const { env, say, args } = given;
    const settings = await configuration(env);
    const now = Date.now();
    const folder = resolve(args[0] ?? join(settings.dataDir, 'backups', stamp(now)));
    if (await stat(folder).catch(() => undefined)) {
      say('backup.exists', { folder });
      return 1;
    }
    try {
      const { parts } = await makeBackup(settings, folder, now);
      say('backup.done', { folder, parts: parts.length, bytes: parts.reduce((sum, { size }) => sum + size, 0) });
    } catch (error) {
      return tellFault(given, error);
    }
    return reportBackup(given, folder, settings.database);
  },
};

/** 20261122-153000, Vietnam time. */
export function stamp(ms: number): string {
  const { year, month, day, hour, minute, second } = wall(ms);
  return `${year}${pad2(month)}${pad2(day)}-${pad2(hour)}${pad2(minute)}${pad2(second)}`;
}

/** Checks a backup and says what it found; answers the exit code. */
export async function reportBackup(given: Given, folder: string, database: string): Promise<number> {
  try {
    const { streams, events, tables, files } = await checkBackup(
      folder,
      database.startsWith('postgres') ? database : null,
    );
    given.say('backup.ok', { streams, events, tables, files });
    return 0;
  } catch (error) {
    return tellFault(given, error);
  }
}

/** Says what is wrong with a backup; whatever else was thrown is thrown on. */
export function tellFault(given: Given, error: unknown): number {
  if (!(error instanceof BackupFault)) throw error;
  if (error.code === 'no_tool') given.say('backup.no_tool', { tool: error.detail });
  else given.say('backup.fault', { code: error.code, detail: error.detail });
  return 1;
}
