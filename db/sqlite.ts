import BetterSqlite from 'better-sqlite3';
import {
  CompiledQuery,
  DefaultQueryExecutor,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { DatabaseConnection, Dialect, QueryResult, SqliteDatabase } from 'kysely';
import { assertFileDurable } from './durable.ts';
import { GroupCommit } from './group-commit.ts';
import { migrateToLatest } from './migrate.ts';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

const wakeInterval = 100;

/** Opens a SQLite file with one writer (group commit, fsync on every commit) and one read-only connection. */
export async function openSqlite(path: string): Promise<Database> {
  const writer = new BetterSqlite(path);
  // busy_timeout first: the pragmas after it may already meet another process.
  // Without recursive triggers REPLACE deletes a log entry past the guard.
  // What a savepoint would restore is a fact of memory: in a file it doubles the price of every insert, and no commit rests on it.
  const kept = ['foreign_keys = ON', 'recursive_triggers = ON', 'temp_store = MEMORY'];
  for (const pragma of ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL', ...kept])
    writer.pragma(pragma);
  const setting = (name: string) => String(writer.pragma(name, { simple: true }));
  const assertDurable = () => assertFileDurable(setting('journal_mode'), setting('synchronous'));
  assertDurable();
  const reader = new BetterSqlite(path, { readonly: true });
  reader.pragma('busy_timeout = 5000');

  const write = await withoutQueue(dialect(writer));
  const read = new Kysely<Tables>({ dialect: dialect(reader) });
  const commits = new GroupCommit(write);

  let timer: NodeJS.Timeout | undefined;
  return {
    dialect: 'sqlite',
    read,
    transact: (work) => commits.run(work),
    migrate: () => migrateToLatest(write),
    onCommit(listener) {
      // Asked of the writer, it tells of other processes only; its own commits are announced by who makes them.
      let seen = writer.pragma('data_version', { simple: true });
      timer = setInterval(() => {
        const version = writer.pragma('data_version', { simple: true });
        if (version !== seen) listener();
        seen = version;
      }, wakeInterval).unref();
    },
    onRollback: (listener) => commits.onRollback(listener),
    announce: async () => {},
    assertDurable: async () => assertDurable(),
    doctor: async () => ({
      journal_mode: setting('journal_mode'),
      synchronous: setting('synchronous'),
      foreign_keys: setting('foreign_keys'),
      integrity_check: String(reader.pragma('integrity_check', { simple: true })),
      sqlite: String(reader.prepare('select sqlite_version()').pluck().get()),
    }),
    async close() {
      clearInterval(timer);
      await commits.idle();
      await read.destroy();
      await write.destroy();
    },
  };
}

class TransactionalAdapter extends SqliteAdapter {
  /** SQLite rolls DDL back; saying so makes a migration all or nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #db: BetterSqlite.Database;

  constructor(db: BetterSqlite.Database) {
    super({ database: withStatementCache(db) });
    this.#db = db;
  }

  /** A full disk has already rolled back; to try again would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#db.inTransaction) await super.rollbackTransaction(connection);
  }

  /** A plain BEGIN takes the write lock late and fails read-then-write transactions of two processes. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

function dialect(db: BetterSqlite.Database): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ImmediateDriver(db),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/**
 * Kysely over the one connection that writes. It is asked by one work after another, and better-sqlite3 answers at once:
 * what Kysely does to wait for a connection and for an answer would cost more than most statements.
 */
async function withoutQueue(given: Dialect): Promise<Kysely<Tables>> {
  const driver = given.createDriver();
  await driver.init();
  const executor = new DirectExecutor(await driver.acquireConnection());
  return new Kysely<Tables>({ config: { dialect: given }, dialect: given, driver, executor });
}

class DirectExecutor extends DefaultQueryExecutor {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    const provider = { provideConnection: <T>(use: (one: DatabaseConnection) => Promise<T>) => use(connection) };
    super(new SqliteQueryCompiler(), new TransactionalAdapter(), provider);
    this.#connection = connection;
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#connection.executeQuery<R>(query);
  }

  /** A transaction brings a provider of its own for the same connection. */
  override withConnectionProvider(): DefaultQueryExecutor {
    return this;
  }
}

const cachedStatements = 500;

/** Preparing costs about a third of a small query; statements are kept by their text, the oldest goes first. */
function withStatementCache(db: BetterSqlite.Database): SqliteDatabase {
  const cache = new Map<string, BetterSqlite.Statement>();
  return {
    close: () => db.close(),
    prepare(text) {
      const known = cache.get(text);
      if (known) return known as never;
      const statement = db.prepare(text);
      if (cache.size >= cachedStatements) cache.delete(cache.keys().next().value ?? '');
      cache.set(text, statement);
      return statement as never;
    },
  };
}
