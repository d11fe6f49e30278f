import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe } from 'vitest';
import { openDatabase } from '#db/open.ts';
import type { Database, DialectName } from '#db/database.ts';
import { postgresOver } from '#db/postgres.ts';
import { createEmbedded } from './pglite.ts';
import type { Embedded } from './pglite.ts';

/** Where one test keeps its data: opened as often as it likes, then removed. */
export interface Place {
  open(): Promise<Database>;
  /** For another process to open the same data; null where no other process can. */
  url: string | null;
  remove(): Promise<void>;
}

export interface Dialect {
  name: DialectName;
  /** `embedded` = PostgreSQL inside the process. */
  engine: 'sqlite' | 'embedded' | 'server';
  create(): Promise<Place>;
}

const serverUrl = process.env['TEST_DATABASE_URL'];

export const sqlite: Dialect = {
  name: 'sqlite',
  engine: 'sqlite',
  async create() {
    const folder = await mkdtemp(join(tmpdir(), 'thao-truong-'));
    const url = join(folder, 'test.db');
    return { url, open: () => openDatabase(url), remove: () => rm(folder, { recursive: true, force: true }) };
  },
};

/** A server when TEST_DATABASE_URL names one (`npm test` always does), else PostgreSQL inside the process. */
export const postgres: Dialect = {
  name: 'postgres',
  engine: serverUrl ? 'server' : 'embedded',
  create: () => (serverUrl ? createOnServer(serverUrl) : createInProcess()),
};

export const dialects: readonly Dialect[] = [sqlite, postgres];

/** Runs the same suite on every database. */
export function eachDialect(suite: (dialect: Dialect) => void): void {
  for (const dialect of dialects) describe(dialect.name, () => suite(dialect));
}

const idle: Embedded[] = [];

async function createInProcess(): Promise<Place> {
  const embedded = idle.pop() ?? (await createEmbedded());
  return {
    url: null,
    // It lives in memory and says so: only here may a database that is not durable serve.
    open: async () => ({ ...postgresOver(embedded.pool()), assertDurable: async () => {} }),
    async remove() {
      await embedded.reset();
      idle.push(embedded);
    },
  };
}

async function createOnServer(server: string): Promise<Place> {
  const name = `tt_${randomBytes(8).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await onServer(server, `create database ${name}`);
  return {
    url: url.href,
    open: () => openDatabase(url.href),
    remove: () => onServer(server, `drop database ${name} with (force)`),
  };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
