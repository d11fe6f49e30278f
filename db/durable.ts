/** The database would lose in a power cut what it has acknowledged; the message names the settings that are to blame. */
export class NotDurable extends Error {
  readonly settings: string;

  constructor(settings: string) {
    super(`The database is not durable: ${settings}`);
    this.name = 'NotDurable';
    this.settings = settings;
  }
}

/** PostgreSQL: any of these set to off lets it acknowledge what is not on the disk, or tear what is. */
const needed = ['fsync', 'synchronous_commit', 'full_page_writes'];

/** Throws NotDurable unless these settings of a PostgreSQL session keep what it acknowledges. */
export function assertServerDurable(settings: Readonly<Record<string, string>>): void {
  const off = needed.filter((name) => settings[name] === undefined || settings[name] === 'off');
  if (off.length > 0) throw new NotDurable(off.map((name) => `${name} = ${settings[name] ?? '?'}`).join(', '));
}

/** Throws NotDurable unless these pragmas of a SQLite writer keep it; better-sqlite3's WAL default is synchronous=NORMAL, which does not. */
export function assertFileDurable(journalMode: string, synchronous: string): void {
  if (journalMode !== 'wal' || synchronous !== '2')
    throw new NotDurable(`journal_mode = ${journalMode}, synchronous = ${synchronous} (wal, 2)`);
}
