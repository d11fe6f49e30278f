import { readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrations } from '#db/migrations/index.ts';
import { openDatabase } from '#db/open.ts';
import type { Database } from '#db/open.ts';
import { configuration, privatePlaces } from '../configuration.ts';
import type { Configuration } from '../configuration.ts';
import { formatDateTime, formatNumber } from '../domain/format.ts';
import { atOneMoment } from '../log/at-one-moment.ts';
import { recentSetBack } from '../kernel/clock-set-back.ts';
import type { SetBack } from '../kernel/clock-set-back.ts';
import { openToOthers } from '../private-files.ts';
import { checkStreams } from '../log/check-streams.ts';
import { manifestName, readManifest } from './backup/manifest.ts';
import type { CliCommand } from './command.ts';
import { checkWords } from './words.ts';

interface Finding {
  what: keyof typeof checkWords & string;
  good: boolean;
  value: string;
}

const leastFree = 2 * 1024 ** 3;
const backupEvery = 24 * 3_600_000;

export const doctor: CliCommand = {
  usage: '',
  async run({ env, say }) {
    const settings = await configuration(env);
    const db = await openDatabase(settings.database);
    let ill = false;
    try {
      for await (const { what, good, value } of findings(db, settings, Date.now())) {
        ill ||= !good;
        const [label = what, labelEn = what] = checkWords[what] ?? [];
        say(good ? 'doctor.good' : 'doctor.bad', { what: label, whatEn: labelEn, value });
      }
    } finally {
      await db.close();
    }
    return ill ? 1 : 0;
  },
};

async function* findings(db: Database, settings: Configuration, now: number): AsyncGenerator<Finding> {
  yield { what: 'node', good: process.versions.node.startsWith('24.'), value: process.versions.node };
  const facts = await db.doctor();
  const told = Object.entries(facts)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
  yield { what: 'database', good: true, value: `${db.dialect} ${facts['sqlite'] ?? facts['server_version'] ?? ''}` };
  const durable = await db.assertDurable().then(
    () => true,
    () => false,
  );
  yield { what: 'durable', good: durable, value: told };
  const { integrity_check: integrity = 'ok' } = facts;
  yield { what: 'integrity', good: integrity === 'ok', value: integrity };
  const migrated = await countMigrations(db);
  const wanted = Object.keys(migrations).length;
  yield { what: 'migrations', good: migrated === wanted, value: `${migrated}/${wanted}` };
  const open = await openToOthers(privatePlaces(settings));
  yield { what: 'private', good: open.length === 0, value: open.join(', ') || settings.dataDir };
  const { bavail, bsize } = await statfs(settings.dataDir);
  const free = Number(bavail) * Number(bsize);
  yield { what: 'disk', good: free >= leastFree, value: `${formatNumber(free / 1024 ** 3, 1)} GiB` };
  if (migrated > 0) {
    const last = await db.read
      .selectFrom('stream')
      .select(({ fn }) => fn.max('at').as('at'))
      .executeTakeFirst();
    const behind = (last?.at ?? 0) - now;
    const step = await recentSetBack(db.read, now);
    const wrong = behind > 0 ? `${formatDateTime(now)} < ${formatDateTime(last?.at ?? 0)}` : step && setBackWords(step);
    yield { what: 'clock', good: wrong === null, value: wrong ?? formatDateTime(now) };
    yield await chains(db);
  }
  yield await lastBackup(join(settings.dataDir, 'backups'), now);
}

const setBackWords = ({ from, to }: SetBack) => `${formatDateTime(from)} → ${formatDateTime(to)}`;

async function countMigrations(db: Database): Promise<number> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db.read);
    return rows.length;
  } catch {
    // The table comes with the first migration.
    return 0;
  }
}

async function chains(db: Database): Promise<Finding> {
  return atOneMoment(db, async (read) => {
    let entries = 0;
    let streams = 0;
    for await (const check of checkStreams(read)) {
      const { stream, fault } = check;
      if (fault) return { what: 'chains', good: false, value: `${stream} ${fault.seq ?? ''} ${fault.code}` };
      entries += check.entries;
      streams += 1;
    }
    return { what: 'chains', good: true, value: `${streams} / ${entries}` };
  });
}

async function lastBackup(folder: string, now: number): Promise<Finding> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const newest = names.at(-1);
  if (newest === undefined) return { what: 'backup', good: false, value: '–' };
  try {
    const { madeAt } = await readManifest(join(folder, newest));
    return { what: 'backup', good: now - madeAt <= backupEvery, value: formatDateTime(madeAt) };
  } catch {
    return { what: 'backup', good: false, value: join(newest, manifestName) };
  }
}
