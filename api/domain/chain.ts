import { canonicalJson } from './canonical.ts';

/** SHA-256 of UTF-8 text as lower-case hex. Handed in, so that the same rule runs on a server and in a browser. */
export type Sha256<R> = (text: string) => R;

/** What the hash of an entry covers. The payload enters by its salted digest, so blanking it later breaks nothing. */
export interface ChainEntry {
  prev: string;
  stream: string;
  seq: number;
  type: string;
  subject: string | null;
  actor: string;
  at: number;
  occurredAt: number;
  digest: string;
}

export const genesis = '0'.repeat(64);

/** The text whose SHA-256 is the digest of a payload. */
export function digestText(salt: string, payload: unknown): string {
  return saltedText(salt, canonicalJson(payload));
}

/** The same for a payload that is canonical JSON already. */
export function saltedText(salt: string, json: string): string {
  return `${salt}\n${json}`;
}

/** The text whose SHA-256 is the hash of an entry: one value a line, as a JSON array so that no value can pose as two. */
export function entryText(entry: ChainEntry): string {
  const { prev, stream, seq, type, subject, actor, at, occurredAt, digest } = entry;
  return JSON.stringify([prev, stream, seq, type, subject, actor, at, occurredAt, digest]);
}

/** The text that a checkpoint signs: origin, stream, length, head hash, time; one a line. */
export function checkpointText(checkpoint: { stream: string; seq: number; hash: string; at: number }): string {
  return `thao-truong\n${checkpoint.stream}\n${checkpoint.seq}\n${checkpoint.hash}\n${checkpoint.at}\n`;
}
