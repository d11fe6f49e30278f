import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checkpointText, entryText, genesis } from '#api/domain/chain.ts';
import { sha256 } from '#web/sha256.ts';
import { brokenAt, isSigned, testify, type Entry } from '#web/witness.ts';

const stream = 'drill:d1';

function chain(count: number, salt = ''): Entry[] {
  const entries: Entry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const entry = {
      prev: entries.at(-1)?.hash ?? genesis,
      stream,
      seq,
      type: 'claim.submitted',
      subject: null,
      actor: 'u',
      at: seq,
      occurredAt: seq,
      digest: `${salt}${seq}`,
    };
    entries.push({ ...entry, hash: sha256(entryText(entry)) });
  }
  return entries;
}
const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const key = { id: sha256(publicKey).slice(0, 16), publicKey };
function headOf(entries: Entry[]) {
  const last = entries.at(-1)!;
  const text = checkpointText({ stream, seq: last.seq, hash: last.hash, at: 9 });
  return {
    seq: last.seq,
    hash: last.hash,
    at: 9,
    keyId: key.id,
    signature: sign(null, Buffer.from(text), pair.privateKey).toString('base64'),
  };
}
const keep = (entries: Entry[]) => {
  const { signature: _, ...kept } = headOf(entries);
  return kept;
};

describe('SHA-256 without the help of the browser', () => {
  it('agrees with node:crypto at every length around a block and on Vietnamese text', () => {
    const texts = [
      ...Array.from({ length: 200 }, (_, n) => 'a'.repeat(n)),
      'Thao trường đổ mồ hôi, chiến trường bớt đổ máu.',
      '🥁'.repeat(500),
    ];
    for (const text of texts) expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
  });
});

describe('the witness', () => {
  const log = chain(10);

  it('keeps the first head it sees, and agrees with it later', () => {
    expect(testify(null, headOf(log), key, null)).toMatchObject({ say: 'first', kept: { seq: 10 } });
    expect(testify(keep(log), headOf(log), key, null)).toMatchObject({ say: 'same' });
  });
  it('accepts a log that extends what was kept, up to the head and no further', () => {
    expect(testify(keep(log.slice(0, 4)), headOf(log.slice(0, 9)), key, log.slice(4))).toMatchObject({
      say: 'extended',
      kept: { seq: 9 },
    });
  });
  it('keeps the old head while it may not read what came after', () => {
    expect(testify(keep(log.slice(0, 4)), headOf(log), key, null)).toMatchObject({ say: 'unproved', kept: { seq: 4 } });
  });
  it('raises the alarm for a shorter, a rewritten and a broken log', () => {
    const forged = chain(10, 'x');
    expect(testify(keep(log), headOf(log.slice(0, 9)), key, null)).toMatchObject({
      say: 'alarm',
      why: 'shorter',
      kept: { seq: 10 },
    });
    expect(testify(keep(log), headOf(forged), key, null)).toMatchObject({ say: 'alarm', why: 'rewritten' });
    expect(testify(keep(log.slice(0, 4)), headOf(forged), key, forged.slice(4))).toMatchObject({
      say: 'alarm',
      why: 'broken',
    });
    expect(testify(keep(log.slice(0, 4)), headOf(log), key, log.slice(4, 9))).toMatchObject({
      say: 'alarm',
      why: 'broken',
    });
  });
  it('raises the alarm for another key', () => {
    expect(testify({ ...keep(log), keyId: 'other' }, headOf(log), key, null)).toMatchObject({
      say: 'alarm',
      why: 'new_key',
    });
    expect(testify(null, headOf(log), { ...key, id: 'wrong' }, null)).toMatchObject({ say: 'alarm', why: 'key' });
  });
  it('names the first entry that does not follow', () => {
    expect(brokenAt(log, { seq: 0, hash: genesis })).toBeNull();
    expect(brokenAt(log.with(5, { ...log[5]!, actor: 'someone else' }), { seq: 0, hash: genesis })).toBe(6);
    expect(brokenAt(log.toSpliced(3, 1), { seq: 0, hash: genesis })).toBe(5);
  });
  it('checks the signature of a head', async () => {
    const head = headOf(log);
    expect(await isSigned(stream, head, key)).toBe(true);
    expect(await isSigned(stream, { ...head, at: 8 }, key)).toBe(false);
  });
});
