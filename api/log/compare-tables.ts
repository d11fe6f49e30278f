import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Read } from '#db/schema.ts';

/** What replay cannot rebuild: the log itself, what is secret by nature, and the kernel's own bookkeeping. */
export const notRebuilt = [
  'event',
  'stream',
  'checkpoint',
  'signing_key',
  'idempotency',
  'job',
  'credential',
  'session',
  'device',
  'invitation',
  'board_code',
  'upload',
] as const;

export interface Difference {
  table: string;
  /** Column by column, both as JSON text; null = the row is missing there. */
  live: string | null;
  rebuilt: string | null;
}

export interface Comparison {
  tables: { name: string; rows: number }[];
  first: Difference | null;
}

type AnyTables = Kysely<Record<string, Record<string, unknown>>>;

/** Compares every rebuilt table of two databases row by row; stops at the first difference. */
export async function compareTables(live: Read, rebuilt: Read): Promise<Comparison> {
  const tables: Comparison['tables'] = [];
  for (const name of await tableNames(rebuilt)) {
    const [left, right] = await Promise.all([rowsOf(live, name), rowsOf(rebuilt, name)]);
    const first = firstDifference(left, right);
    if (first) return { tables, first: { table: name, ...first } };
    tables.push({ name, rows: left.length });
  }
  return { tables, first: null };
}

async function tableNames(read: Read): Promise<string[]> {
  const skipped: ReadonlySet<string> = new Set([...notRebuilt, 'kysely_migration', 'kysely_migration_lock']);
  const { rows } = await sql<{ name: string }>`
    select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name
  `.execute(read);
  return rows.map(({ name }) => name).filter((name) => !skipped.has(name));
}

/** Each row as one text, sorted: neither the order of columns nor that of rows counts. */
async function rowsOf(read: Read, table: string): Promise<string[]> {
  const rows = await (read as unknown as AnyTables).selectFrom(table).selectAll().execute();
  return rows
    .map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))))
    .sort();
}

/** A row that only one side has; a changed row shows on both. Rows of a table are never alike: each has its key. */
function firstDifference(live: readonly string[], rebuilt: readonly string[]): Omit<Difference, 'table'> | null {
  const missingFrom = (rows: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return rows.find((row) => !known.has(row)) ?? null;
  };
  const difference = { live: missingFrom(live, rebuilt), rebuilt: missingFrom(rebuilt, live) };
  return difference.live === null && difference.rebuilt === null ? null : difference;
}
