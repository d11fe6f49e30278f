import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { logFormats } from './kernel/log-format.ts';
import type { LogFormat } from './kernel/log-format.ts';
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
  /** With which counters may be read from elsewhere; null = only on the machine itself. */
  metricsToken: string | null;
  logFormat: LogFormat;
}

/** Reads the settings of the README's table from the environment and makes the data folder, for this account alone. Throws ConfigurationFault. */
export async function configuration(env: NodeJS.ProcessEnv): Promise<Configuration> {
  const dataDir = resolve(env['DATA_DIR'] ?? 'data');
  const port = whole(env, 'PORT', { from: 0, to: 65_535, usual: 3000 });
  const maxConnections = whole(env, 'MAX_CONNECTIONS', { from: 1, to: 10_000_000, usual: mostConnections });
  const database = databaseOf(env, dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
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
    metricsToken: env['METRICS_TOKEN'] || null,
    logFormat: logFormatOf(env['LOG_FORMAT'] ?? 'json'),
  };
}

/** Whatever holds secrets: the folder of the data, the database with the signing key, the evidence, the backups. */
export function privatePlaces({ database, dataDir }: Pick<Configuration, 'database' | 'dataDir'>): string[] {
  const file = database.startsWith('postgres') ? [] : ['', '-wal', '-shm'].map((end) => `${database}${end}`);
  return [dataDir, ...file, join(dataDir, 'evidence'), join(dataDir, 'backups')];
}

/** A setting of the environment has a value that means nothing. */
export class ConfigurationFault extends Error {
  readonly setting: string;

  constructor(setting: string, value: string) {
    super(`${setting} = ${value}`);
    this.name = 'ConfigurationFault';
    this.setting = setting;
  }
}

function whole(
  env: NodeJS.ProcessEnv,
  setting: string,
  { from, to, usual }: Record<'from' | 'to' | 'usual', number>,
): number {
  const text = env[setting];
  const value = text === undefined ? usual : Number(text);
  if (text?.trim() === '' || !Number.isInteger(value) || value < from || value > to)
    throw new ConfigurationFault(setting, text ?? '');
  return value;
}

function logFormatOf(name: string): LogFormat {
  if (!Object.hasOwn(logFormats, name)) throw new ConfigurationFault('LOG_FORMAT', name);
  return name as LogFormat;
}

/** A PostgreSQL server or a SQLite file; the password in the address of another kind of server is not repeated. */
function databaseOf(env: NodeJS.ProcessEnv, dataDir: string): string {
  const url = env['DATABASE_URL'];
  if (url === undefined) return join(dataDir, 'thao-truong.db');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  const windowsDrive = scheme?.length === 1;
  if (url === '' || (scheme !== undefined && !windowsDrive && !['postgres', 'postgresql', 'sqlite'].includes(scheme)))
    throw new ConfigurationFault('DATABASE_URL', scheme ? `${scheme}:…` : url);
  if (scheme?.startsWith('postgres') && !URL.canParse(url)) throw new ConfigurationFault('DATABASE_URL', `${scheme}:…`);
  return url.replace(/^sqlite:/, '');
}
