import { sql } from 'kysely';
import type { CreateTableBuilder, Kysely } from 'kysely';

/** `text` and `int` (64 bit) columns, with `?` where null is allowed. */
type Columns = Record<string, 'text' | 'int' | 'text?' | 'int?'>;

interface Keys<C> {
  primary: readonly C[];
  unique?: readonly (readonly C[])[];
  index?: readonly (readonly C[])[];
}

/** Creates a table with its keys and indexes, the same in both databases. */
export async function createTable<S extends Columns>(
  db: Kysely<unknown>,
  name: string,
  columns: S,
  keys: Keys<keyof S & string>,
): Promise<void> {
  // Order keys and paths are compared by their bytes; a PostgreSQL server's own locale would skip punctuation.
  const text = db.getExecutor().adapter.supportsMultipleConnections ? sql`text collate "C"` : 'text';
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, kind] of Object.entries(columns))
    table = table.addColumn(column, kind.startsWith('text') ? text : 'bigint', (definition) =>
      kind.endsWith('?') ? definition : definition.notNull(),
    );
  table = table.addPrimaryKeyConstraint(`${name}_pk`, [...keys.primary]);
  for (const unique of keys.unique ?? [])
    table = table.addUniqueConstraint(`${name}_unique_${unique.join('_')}`, [...unique]);
  await table.execute();
  for (const index of keys.index ?? [])
    await db.schema
      .createIndex(`${name}_by_${index.join('_')}`)
      .on(name)
      .columns([...(index as string[])])
      .execute();
}
