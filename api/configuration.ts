import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { closeToOthers } from './private-files.ts';

/** Unless set otherwise: twice the screens a server was measured with. */
export const mostConnections = 20_000;

export interface Configuration {
  database: string;
  dataDir: string;
  evidenceDir: string;
  host: string;
  port: number;
  /** Sockets held at once, listening screens included; one more is hung up on. */
  maxConnections: number;
  /** Header in which a trusted proxy passes the caller's address and protocol; null = no proxy. */
  addressHeader: string | null;
  protocolHeader: string | null;
}

/** Reads the settings of the README's table from the environment and makes the data folder, for this account alone. Throws on a wrong value. */
export async function configuration(env: NodeJS.ProcessEnv): Promise<Configuration> {
  const dataDir = resolve(env['DATA_DIR'] ?? 'data');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a number from 0 to 65535');
  const maxConnections = Number(env['MAX_CONNECTIONS'] ?? mostConnections);
  if (!Number.isInteger(maxConnections) || maxConnections < 1)
    throw new Error('MAX_CONNECTIONS must be a whole number from 1');
  const database = env['DATABASE_URL'] ?? join(dataDir, 'thao-truong.db');
  await closeToOthers(privatePlaces({ database, dataDir }));
  return {
    database,
    dataDir,
    evidenceDir: join(dataDir, 'evidence'),
    host: env['HOST'] ?? '0.0.0.0',
    port,
    maxConnections,
    addressHeader: env['ADDRESS_HEADER']?.toLowerCase() ?? null,
    protocolHeader: env['PROTOCOL_HEADER']?.toLowerCase() ?? null,
  };
}

/** Whatever holds secrets: the folder of the data, the database with the signing key, the evidence, the backups. */
export function privatePlaces({ database, dataDir }: Pick<Configuration, 'database' | 'dataDir'>): string[] {
  const file = database.startsWith('postgres') ? [] : ['', '-wal', '-shm'].map((end) => `${database}${end}`);
  return [dataDir, ...file, join(dataDir, 'evidence'), join(dataDir, 'backups')];
}
