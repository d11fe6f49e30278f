import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

export interface Configuration {
  database: string;
  dataDir: string;
  evidenceDir: string;
  host: string;
  port: number;
  /** Header in which a trusted proxy passes the caller's address and protocol; null = no proxy. */
  addressHeader: string | null;
  protocolHeader: string | null;
}

/** Reads the settings of the README's table from the environment and makes the data folder. Throws on a wrong value. */
export async function configuration(env: NodeJS.ProcessEnv): Promise<Configuration> {
  const dataDir = resolve(env['DATA_DIR'] ?? 'data');
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT must be a number from 0 to 65535');
  return {
    database: env['DATABASE_URL'] ?? join(dataDir, 'thao-truong.db'),
    dataDir,
    evidenceDir: join(dataDir, 'evidence'),
    host: env['HOST'] ?? '0.0.0.0',
    port,
    addressHeader: env['ADDRESS_HEADER']?.toLowerCase() ?? null,
    protocolHeader: env['PROTOCOL_HEADER']?.toLowerCase() ?? null,
  };
}
