import { readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrations } from '#db/migrations/index.ts';
import { openDatabase } from '#db/open.ts';
import type { Database } from '#db/database.ts';
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
import { sentence } from './sentence.ts';
import { tellError } from './tell-error.ts';
import { checkWords } from './words.ts';

type Finding = [good: boolean, value: string];
type Look = () => Promise<Finding>;

const leastFree = 2 * 1024 ** 3;
const backupEvery = 24 * 3_600_000;

export const doctor: CliCommand = {
  usage: '',
  async run({ env, say }) {
    const settings = await configuration(env);
    const now = Date.now();
    let ill = false;
    const tell = async (looks: Record<string, Look>) => {
      for (const [what, look] of Object.entries(looks)) {
        // What cannot be looked at is a finding too, and hides none of the others.
        const [good, value] = await look().catch((error: unknown): Finding => [false, inOneLine(error)]);
        ill ||= !good;
        const [label = what, labelEn = what] = checkWords[what] ?? [];
        say(good ? 'doctor.good' : 'doctor.bad', { what: label, whatEn: labelEn, value });
      }
    };
    await tell(ofMachine(settings));
    let db: Database | undefined;
    try {
      await tell({
        database: async () => {
          db = await openDatabase(settings.database);
          return [true, db.dialect];
        },
      });
      if (db) await tell(ofDatabase(db, now));
    } finally {
      await db?.close();
    }
    await tell({ backup: () => lastBackup(join(settings.dataDir, 'backups'), now) });
    return ill ? 1 : 0;
  },
};

function inOneLine(error: unknown): string {
  let text = '';
  tellError(error, (key, params) => (text = sentence(key, params).split('\n')[0] ?? ''));
  return text;
}

const ofMachine = (settings: Configuration): Record<string, Look> => ({
  node: async () => [process.versions.node.startsWith('24.'), process.versions.node],
  async private() {
    const open = await openToOthers(privatePlaces(settings));
    return [open.length === 0, open.join(', ') || settings.dataDir];
  },
  async disk() {
    const { bavail, bsize } = await statfs(settings.dataDir);
    const free = Number(bavail) * Number(bsize);
    return [free >= leastFree, `${formatNumber(free / 1024 ** 3, 1)} GiB`];
  },
});

const ofDatabase = (db: Database, now: number): Record<string, Look> => ({
  async durable() {
    await db.assertDurable();
    const facts = Object.entries(await db.doctor()).filter(([name]) => name !== 'integrity_check');
    return [true, facts.map(([name, value]) => `${name}=${value}`).join(' ')];
  },
  async integrity() {
    const { integrity_check: integrity = 'ok' } = await db.doctor();
    return [integrity === 'ok', integrity];
  },
  async migrations() {
    const wanted = Object.keys(migrations).length;
    const migrated = await countMigrations(db);
    return [migrated === wanted, `${migrated}/${wanted}`];
  },
  async clock() {
    if ((await countMigrations(db)) === 0) return [true, formatDateTime(now)];
    const last = await db.read
      .selectFrom('stream')
      .select(({ fn }) => fn.max('at').as('at'))
      .executeTakeFirst();
    const behind = (last?.at ?? 0) - now;
    const step = await recentSetBack(db.read, now);
    const wrong = behind > 0 ? `${formatDateTime(now)} < ${formatDateTime(last?.at ?? 0)}` : step && setBackWords(step);
    return [wrong === null, wrong ?? formatDateTime(now)];
  },
  chains: async () => ((await countMigrations(db)) === 0 ? [true, '0 / 0'] : chains(db)),
});

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
      if (fault) return [false, `${stream} ${fault.seq ?? ''} ${fault.code}`];
      entries += check.entries;
      streams += 1;
    }
    return [true, `${streams} / ${entries}`];
  });
}

async function lastBackup(folder: string, now: number): Promise<Finding> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const newest = names.at(-1);
  if (newest === undefined) return [false, '–'];
  try {
    const { madeAt } = await readManifest(join(folder, newest));
    return [now - madeAt <= backupEvery, formatDateTime(madeAt)];
  } catch {
    return [false, join(newest, manifestName)];
  }
}
