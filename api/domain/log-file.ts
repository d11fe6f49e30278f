import { canonicalJson } from './canonical.ts';
import type { ChainEntry } from './chain.ts';

/** Version of the exported file: one header line, one line an entry, one seal line; each line is canonical JSON and ends with LF. */
export const logFormat = 'thao-truong.log/1';

export interface LogKey {
  /** First 16 hex digits of the SHA-256 of `publicKey`. */
  id: string;
  /** SPKI, PEM. */
  publicKey: string;
}

export interface LogCheckpoint {
  seq: number;
  hash: string;
  at: number;
  reason: string;
  keyId: string;
  /** Ed25519 over `checkpointText`, base64. */
  signature: string;
}

export interface LogHeader {
  format: typeof logFormat;
  origin: string;
  stream: string;
  exportedAt: number;
  keys: LogKey[];
  /** By rising `seq`; the last one stands at the last entry, so that a cut tail shows. */
  checkpoints: LogCheckpoint[];
}

/** An entry of the log. Without `salt` and `payload` its content is withheld or was redacted; the digest still binds it. */
export interface LogEntry extends ChainEntry {
  salt: string | null;
  payload: unknown;
  hash: string;
}

/** The last line: signs every byte before it. */
export interface LogSeal {
  digest: string;
  keyId: string;
  signature: string;
}

/** One line of the file, with its LF. */
export function logLine(value: LogHeader | LogEntry | LogSeal): string {
  return `${canonicalJson(value)}\n`;
}

/** The text whose SHA-256 carries the digest of all lines so far over one more line (without its LF). */
export function runningText(digest: string, line: string): string {
  return `${digest}\n${line}`;
}

/** The text that the seal signs. */
export function sealText(digest: string): string {
  return `thao-truong\nlog file\n${digest}\n`;
}

type Kind = 'text' | 'count' | 'hash' | 'text?' | 'any' | 'list';
type Shape = Readonly<Record<string, Kind>>;

const headerShape: Shape = {
  format: 'text',
  origin: 'text',
  stream: 'text',
  exportedAt: 'count',
  keys: 'list',
  checkpoints: 'list',
};
const keyShape: Shape = { id: 'text', publicKey: 'text' };
const signedShape: Shape = { keyId: 'text', signature: 'text' };
const checkpointShape: Shape = { ...signedShape, seq: 'count', hash: 'hash', at: 'count', reason: 'text' };
const sealShape: Shape = { ...signedShape, digest: 'hash' };
const linkShape: Shape = { stream: 'text', seq: 'count', type: 'text', subject: 'text?', actor: 'text' };
const timeShape: Shape = { at: 'count', occurredAt: 'count' };
const contentShape: Shape = { salt: 'text?', payload: 'any', digest: 'hash', prev: 'hash', hash: 'hash' };
const entryShape: Shape = { ...linkShape, ...timeShape, ...contentShape };

/** The value of a line, or undefined when the line is not the one canonical text of its value. */
export function readLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return canonicalJson(value) === line ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isHeader(value: unknown): value is LogHeader {
  if (!has(value, headerShape) || value['format'] !== logFormat) return false;
  const { keys, checkpoints } = value as { keys: unknown[]; checkpoints: unknown[] };
  return keys.every((key) => has(key, keyShape)) && checkpoints.every((one) => has(one, checkpointShape));
}

export function isEntry(value: unknown): value is LogEntry {
  return has(value, entryShape) && (value['salt'] === null) === (value['payload'] === null);
}

export function isSeal(value: unknown): value is LogSeal {
  return has(value, sealShape);
}

/** Exactly these members, no more. */
function has(value: unknown, shape: Shape): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const record = value as Record<string, unknown>;
  const names = Object.keys(shape);
  return (
    Object.keys(record).length === names.length &&
    names.every((name) => Object.hasOwn(record, name) && fits(record[name], shape[name] ?? 'any'))
  );
}

function fits(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'any':
      return true;
    case 'list':
      return Array.isArray(value);
    case 'text?':
      return value === null || typeof value === 'string';
    case 'text':
      return typeof value === 'string';
    case 'count':
      return Number.isSafeInteger(value);
    case 'hash':
      return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
  }
}
