import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkpointText } from '#api/domain/chain.ts';
import type { LogCheckpoint, LogKey } from '#api/domain/log-file.ts';
import { witness } from '#api/domain/witness.ts';
import { sha256 } from '#api/kernel/ids.ts';
import { nodeTools } from '#api/log/tools.ts';

const stream = 'drill:mau';

function givenKey() {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const key: LogKey = { id: sha256(publicKey).slice(0, 16), publicKey };
  const signed = (seq: number, hash: string, at = seq * 1_000): LogCheckpoint => {
    const signature = sign(null, Buffer.from(checkpointText({ stream, seq, hash, at })), pair.privateKey).toString(
      'base64',
    );
    return { seq, hash, at, reason: 'interval', keyId: key.id, signature };
  };
  return { key, signed };
}

const hash = (text: string) => sha256(text);

describe('a witness', () => {
  const { key, signed } = givenKey();
  const kept = signed(10, hash('mười'));
  const look = (items: LogCheckpoint[], keys = [key], before: LogCheckpoint | null = kept) =>
    witness(stream, before, key, { items, keys }, nodeTools);

  test('is content while the log only grows', async () => {
    expect(await look([signed(12, hash('mười hai')), kept])).toBe('good');
    expect(await look([kept])).toBe('good');
    expect(await look([signed(12, hash('mười hai'))])).toBe('good');
    expect(await look([], [key], null)).toBe('good');
  });

  test('sees a history rewritten with the true key', async () => {
    expect(await look([signed(12, hash('khác')), signed(10, hash('mười khác'))])).toBe('rewritten');
    expect(await look([signed(12, hash('khác'), 5_000)])).toBe('rewritten');
  });

  test('sees a log that has become shorter', async () => {
    expect(await look([signed(9, hash('chín'))])).toBe('shortened');
    expect(await look([])).toBe('shortened');
  });

  test('sees a statement nobody signed, one moved to another stream, and a changed key', async () => {
    expect(await look([{ ...kept, at: kept.at + 1 }])).toBe('unsigned');
    expect(await look([kept], [])).toBe('unsigned');
    expect(await witness('drill:khac', kept, key, { items: [kept], keys: [key] }, nodeTools)).toBe('unsigned');
    const other = givenKey();
    const forged = other.signed(12, hash('x'));
    expect(await look([forged], [other.key])).toBe('other_key');
  });
});
