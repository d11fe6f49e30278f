import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { checkpointText, digestText, entryText, genesis } from '#api/domain/chain.ts';
import { logFormat, logLine, runningText, sealText } from '#api/domain/log-file.ts';
import type { LogEntry, LogHeader } from '#api/domain/log-file.ts';
import { verifyEntries, verifyLog } from '#api/domain/verify.ts';
import { sha256 } from '#api/kernel/ids.ts';
import { nodeTools } from '#api/log/tools.ts';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const keyId = sha256(publicKey).slice(0, 16);
const signed = (text: string) => sign(null, Buffer.from(text), pair.privateKey).toString('base64');
const stream = 'drill:mau';
const at = 1_790_000_000_000;

/** A chain of `count` entries; every third one withholds its content. */
function entries(count: number): LogEntry[] {
  const list: LogEntry[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const payload = { text: `Đội ${seq} ghi nhận "sự cố"\n`, points: seq * 100 };
    const salt = sha256(`salt ${seq}`).slice(0, 32);
    const link = {
      prev: list.at(-1)?.hash ?? genesis,
      stream,
      seq,
      type: 'drill.announced',
      subject: seq % 2 ? null : 'phieu',
      actor: 'nguoi',
      at: at + seq,
      occurredAt: at,
      digest: sha256(digestText(salt, payload)),
    };
    const open = seq % 3 !== 0;
    list.push({ ...link, salt: open ? salt : null, payload: open ? payload : null, hash: sha256(entryText(link)) });
  }
  return list;
}

function file(list: LogEntry[], marks = [2, list.length]): string {
  const checkpoints = marks.map((seq) => {
    const statement = { stream, seq, hash: list[seq - 1]!.hash, at: at + 500 };
    return {
      seq,
      hash: statement.hash,
      at: statement.at,
      reason: 'interval',
      keyId,
      signature: signed(checkpointText(statement)),
    };
  });
  const header: LogHeader = {
    format: logFormat,
    origin: 'thao-truong',
    stream,
    exportedAt: at + 900,
    keys: [{ id: keyId, publicKey }],
    checkpoints,
  };
  return sealed([header, ...list].map((value) => logLine(value)));
}

/** Whoever holds the key can seal anything; what they cannot do is make the chain inside agree. */
function sealed(lines: string[]): string {
  const digest = lines.reduce((running, line) => sha256(runningText(running, line.slice(0, -1))), genesis);
  return [...lines, logLine({ digest, keyId, signature: signed(sealText(digest)) })].join('');
}

const verify = (text: string) => verifyLog([text], nodeTools);

async function verifyBytes(bytes: Uint8Array) {
  const pieces = async function* () {
    yield new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  };
  return verifyLog(pieces(), nodeTools);
}

describe('an exported log', () => {
  const good = file(entries(7));

  test('is accepted as it was written, in pieces of any size', async () => {
    const verdict = { ok: true, entries: 7, withheld: 2, head: entries(7)[6]!.hash };
    expect(await verify(good)).toMatchObject(verdict);
    expect(await verifyLog(good.match(/[^]{1,7}/g) ?? [], nodeTools)).toMatchObject(verdict);
  });

  test('is refused when any bit of any byte is changed', async () => {
    const bytes = new TextEncoder().encode(good);
    const accepted: string[] = [];
    for (let i = 0; i < bytes.length; i += 1) {
      const bit = 1 << (i % 8);
      bytes[i]! ^= bit;
      if ((await verifyBytes(bytes)).ok) accepted.push(`byte ${i} bit ${bit}`);
      bytes[i]! ^= bit;
    }
    expect(accepted).toEqual([]);
    expect((await verifyBytes(bytes)).ok).toBe(true);
  });

  test('is refused at any of many places when it is long', async () => {
    const bytes = new TextEncoder().encode(file(entries(400), [100, 250, 400]));
    const step = Math.floor(bytes.length / 150);
    for (let i = 3; i < bytes.length; i += step) {
      bytes[i]! ^= 2;
      expect((await verifyBytes(bytes)).ok, `byte ${i}`).toBe(false);
      bytes[i]! ^= 2;
    }
    expect((await verifyBytes(bytes)).ok).toBe(true);
  });

  test('is refused when any byte is missing or doubled', async () => {
    const bytes = new TextEncoder().encode(good);
    for (let i = 0; i < bytes.length; i += 11) {
      expect((await verifyBytes(Buffer.concat([bytes.subarray(0, i), bytes.subarray(i + 1)]))).ok).toBe(false);
      expect((await verifyBytes(Buffer.concat([bytes.subarray(0, i + 1), bytes.subarray(i)]))).ok).toBe(false);
    }
  });

  test('is refused when lines are deleted, swapped, doubled or cut', async () => {
    const lines = good.split('\n').slice(0, -1);
    const text = (list: string[]) => list.map((line) => `${line}\n`).join('');
    for (let i = 0; i < lines.length; i += 1) {
      expect((await verify(text(lines.filter((_, j) => j !== i)))).ok).toBe(false);
      expect((await verify(text(lines.toSpliced(i, 0, lines[i]!)))).ok).toBe(false);
      expect((await verify(text(lines.slice(0, i)))).ok).toBe(false);
      if (i > 0) expect((await verify(text(lines.with(i - 1, lines[i]!).with(i, lines[i - 1]!)))).ok).toBe(false);
    }
    expect(await verify('')).toEqual({ ok: false, fault: { line: 1, seq: null, code: 'cut' } });
    expect(await verify(good + '\n')).toMatchObject({ fault: { code: 'after_seal' } });
    expect(await verify(good.slice(0, -1))).toMatchObject({ fault: { code: 'cut' } });
  });

  test('is refused, with the entry named, when its keeper seals a changed chain anew', async () => {
    const list = entries(7);
    const header = good.split('\n')[0] + '\n';
    const reseal = (changed: LogEntry[]) => verify(sealed([header, ...changed.map((entry) => logLine(entry))]));
    expect(await reseal(list)).toMatchObject({ ok: true });
    const first = list[3]!;
    expect(await reseal(list.with(3, { ...first, payload: { text: 'khác', points: 1 } }))).toEqual({
      ok: false,
      fault: { line: 5, seq: 4, code: 'digest' },
    });
    expect(await reseal(list.with(3, { ...first, actor: 'khac' }))).toMatchObject({ fault: { seq: 4, code: 'hash' } });
    expect(await reseal(list.with(3, { ...first, at: at - 1 }))).toMatchObject({ fault: { seq: 4, code: 'time' } });
    expect(await reseal(list.with(3, { ...first, stream: 'drill:khac' }))).toMatchObject({ fault: { code: 'stream' } });
    expect(await reseal(list.toSpliced(3, 1))).toMatchObject({ fault: { seq: 5, code: 'gap' } });
    expect(await reseal(list.slice(0, 6))).toMatchObject({ fault: { seq: 6, code: 'cut' } });
    expect(await reseal(entries(7).map((entry) => ({ ...entry, salt: null, payload: null })))).toMatchObject({
      ok: true,
      withheld: 7,
    });
  });

  test('is refused when history was rewritten from the start under an old checkpoint', async () => {
    const kept = JSON.parse(good.split('\n')[0]!) as LogHeader;
    const rewritten = entries(7);
    let prev = genesis;
    for (const entry of rewritten) {
      Object.assign(entry, { prev, actor: 'ke-khac' });
      entry.hash = prev = sha256(entryText(entry));
    }
    expect((await verify(file(rewritten))).ok).toBe(true);
    expect(await verify(sealed([logLine(kept), ...rewritten.map((entry) => logLine(entry))]))).toMatchObject({
      fault: { seq: 2, code: 'checkpoint_hash' },
    });
  });

  test('is refused when a checkpoint is not signed by a key of the file', async () => {
    const header = JSON.parse(good.split('\n')[0]!) as LogHeader;
    const body = entries(7).map((entry) => logLine(entry));
    const other = { ...header.checkpoints[0]!, at: at + 501 };
    expect(
      await verify(sealed([logLine({ ...header, checkpoints: [other, header.checkpoints[1]!] }), ...body])),
    ).toMatchObject({
      fault: { seq: 2, code: 'checkpoint_signature' },
    });
    const reversed = header.checkpoints.toReversed();
    expect(await verify(sealed([logLine({ ...header, checkpoints: reversed }), ...body]))).toMatchObject({
      fault: { code: 'checkpoint_order' },
    });
    const renamed = [{ id: '0'.repeat(16), publicKey }];
    expect(await verify(sealed([logLine({ ...header, keys: renamed }), ...body]))).toMatchObject({
      fault: { code: 'key' },
    });
  });

  test('is refused when a line carries more than it should, or is the same value written otherwise', async () => {
    const [header = '', ...rest] = good.split('\n').slice(0, -1);
    const body = rest.slice(0, -1).map((line) => `${line}\n`);
    expect(await verify(sealed([`${header}\n`, ...body.with(1, body[1]!.replace('{', '{ '))]))).toMatchObject({
      fault: { line: 3, code: 'not_canonical' },
    });
    const extra = { ...(JSON.parse(header) as LogHeader), note: 'x' };
    expect(await verify(sealed([logLine(extra), ...body]))).toMatchObject({ fault: { line: 1, code: 'header' } });
    expect(await verify(sealed([`${header}\n`, ...body.with(0, '{"a":1}\n')]))).toMatchObject({
      fault: { line: 2, code: 'entry' },
    });
    expect(await verifyBytes(Buffer.from([0xff, 0x0a]))).toMatchObject({ fault: { code: 'not_utf8' } });
  });
});

describe('whoever holds the key and seals anew', () => {
  const list = entries(5);
  const header = JSON.parse(file(list, [2, 5]).split('\n')[0]!) as LogHeader;
  /** The file of a header, whose statements are signed as they stand, and of entries. */
  const reseal = (changes: object, changed: readonly object[] = list) =>
    verify(sealed([{ ...header, ...changes } as LogHeader, ...(changed as LogEntry[])].map((value) => logLine(value))));
  const statement = (seq: number, hash = list[seq - 1]!.hash) => ({
    ...header.checkpoints[0]!,
    seq,
    hash,
    signature: signed(checkpointText({ stream, seq, hash, at: header.checkpoints[0]!.at })),
  });

  const { at: _, ...timeless } = statement(3);

  test('cannot put an entry on another one than the one before it', async () => {
    const loose = { ...list[3]!, prev: 'f'.repeat(64) };
    const moved = [...list.slice(0, 3), { ...loose, hash: sha256(entryText(loose)) }];
    expect(await reseal({ checkpoints: [] }, moved)).toMatchObject({ fault: { line: 5, seq: 4, code: 'prev' } });
  });

  test('cannot sign two histories of one length; saying the same twice is no fault, nor two entries of one moment', async () => {
    expect(await reseal({ checkpoints: [statement(2), statement(2, 'a'.repeat(64))] })).toMatchObject({
      fault: { line: 1, seq: 2, code: 'checkpoint_hash' },
    });
    expect(await reseal({ checkpoints: [statement(2), statement(2)] })).toMatchObject({ ok: true });
    const [first, next] = list as [LogEntry, LogEntry];
    const together = { ...next, at: first.at };
    expect(
      await reseal({ checkpoints: [] }, [first, { ...together, hash: sha256(entryText(together)) }]),
    ).toMatchObject({
      ok: true,
      lastAt: first.at,
    });
  });

  test.each<[string, (text: string) => string, object?]>([
    ['blanks before it', (text: string) => ` ${text}`],
    ['blanks after it', (text: string) => `${text} `],
    ['bits that no byte holds', (text: string) => `${text.slice(0, 85)}${text[85] === 'A' ? 'B' : 'h'}==`],
    ['a key nobody named', (text: string) => text, { keyId: 'x' }],
  ])('cannot sign in another writing: %s', async (_how, written, change) => {
    const one = statement(2);
    const checkpoints = [{ ...one, signature: written(one.signature), ...change }];
    expect(await reseal({ checkpoints })).toMatchObject({ fault: { code: 'checkpoint_signature' } });
  });

  test.each<[string, object]>([
    ['another format', { format: 'khac' }],
    ['keys that are no list', { keys: null }],
    ['a key without its text', { keys: [...header.keys, { id: 'x' }] }],
    ['a key that is nothing', { keys: [null, ...header.keys] }],
    ['a statement that says no time', { checkpoints: [statement(2), timeless] }],
    ['a statement whose hash is none', { checkpoints: [{ ...statement(2), hash: 'x' }] }],
    ['a time that is a text', { exportedAt: '1' }],
    ['a member too many', { note: 'x' }],
  ])('cannot begin with a header of %s', async (_what, change) => {
    expect(await reseal(change)).toMatchObject({ fault: { line: 1, code: 'header' } });
  });

  test('cannot begin with a header that lacks a member, or has another in its place', async () => {
    const { origin: _, ...rest } = header;
    for (const begun of [rest, { ...rest, nguon: 'x' }, null, 7, [header]])
      expect(await verify(sealed([begun, ...list].map((value) => logLine(value as never))))).toMatchObject({
        fault: { line: 1, code: 'header' },
      });
  });

  test.each<[string, object]>([
    ['a subject that is a number', { subject: 1 }],
    ['a type that is a number', { type: 1 }],
    ['a time that is a text', { at: '1' }],
    ['a number that is a fraction', { seq: 1.5 }],
    ['a hash with more before it', { hash: `0${list[0]!.hash}` }],
    ['a hash with more after it', { hash: `${list[0]!.hash}0` }],
    ['a hash that is a list', { prev: [list[0]!.prev] }],
    ['a salt without its content', { payload: null }],
    ['content without its salt', { salt: null }],
    ['a salt that is a number', { salt: 1 }],
  ])('cannot write an entry with %s', async (_what, change) => {
    expect(await reseal({ checkpoints: [] }, [{ ...list[0]!, ...change }])).toMatchObject({
      fault: { line: 2, code: 'entry' },
    });
  });

  test('cannot seal other lines than those of the file, nor with a key it does not name', async () => {
    const text = file(list);
    const lines = text
      .split('\n')
      .slice(0, -2)
      .map((line) => `${line}\n`);
    const digest = 'a'.repeat(64);
    const seals = [
      { digest, keyId, signature: signed(sealText(digest)) },
      { ...(JSON.parse(text.split('\n').at(-2)!) as object), keyId: 'x' },
      { ...(JSON.parse(text.split('\n').at(-2)!) as object), signature: signed('thao-truong') },
    ];
    for (const seal of seals)
      expect(await verify([...lines, logLine(seal as never)].join(''))).toMatchObject({
        fault: { line: 7, seq: null, code: 'seal' },
      });
    const bare = (value: string) => ({ digest: value, keyId, signature: signed(value) });
    const running = lines.reduce((sum, line) => sha256(runningText(sum, line.slice(0, -1))), genesis);
    expect(await verify([...lines, logLine(bare(running))].join(''))).toMatchObject({ fault: { code: 'seal' } });
  });

  test('cannot add a byte behind the seal', async () => {
    expect(await verify(`${file(list)}x`)).toMatchObject({ fault: { code: 'cut' } });
  });

  test('is told how many entries were blanked, as far as the blanking may be read', async () => {
    const blanking = (payload: unknown, type = 'event.redacted') => {
      const salt = payload === null ? null : 'muoi';
      const link = { ...list[0]!, type, salt, payload, digest: sha256(digestText('muoi', payload)) };
      return [{ ...link, hash: sha256(entryText(link)) }];
    };
    const told = async (payload: unknown, type?: string) => {
      const verdict = await reseal({ checkpoints: [] }, blanking(payload, type));
      return verdict.ok && [verdict.redacted, verdict.withheld];
    };
    expect(await told({ entries: [{ seq: 4 }, { seq: 2 }, { seq: 4 }], reason: 'x' })).toEqual([2, 0]);
    expect(await told({ entries: [{ seq: 4 }] }, 'drill.announced')).toEqual([0, 0]);
    expect(await told({ reason: 'x' })).toEqual([0, 0]);
    expect(await told(null)).toEqual([0, 1]);
  });
});

test('a file that stops being text is told with its line; another failure is not the fault of the file', async () => {
  const failing = async function* (error: Error) {
    yield `${file(entries(2)).split('\n')[0]}\n`;
    throw error;
  };
  expect(await verifyLog(failing(new TypeError('not text')), nodeTools)).toEqual({
    ok: false,
    fault: { line: 2, seq: null, code: 'not_utf8' },
  });
  await expect(verifyLog(failing(new Error('EIO')), nodeTools)).rejects.toThrow('EIO');
});

test('entries of a database end no earlier than a signed statement says, and under keys that are what they are called', async () => {
  const list = entries(3);
  const { keys, checkpoints } = JSON.parse(file(list).split('\n')[0]!) as LogHeader;
  expect(await verifyEntries(list, { stream, keys, checkpoints }, nodeTools)).toMatchObject({ ok: true, entries: 3 });
  expect(await verifyEntries(list.slice(0, 2), { stream, keys, checkpoints }, nodeTools)).toEqual({
    ok: false,
    fault: { line: 2, seq: 2, code: 'cut' },
  });
  expect(await verifyEntries(list, { stream, keys: [{ ...keys[0]!, id: 'x' }], checkpoints }, nodeTools)).toEqual({
    ok: false,
    fault: { line: 0, seq: null, code: 'key' },
  });
  const broken = async function* () {
    yield list[0]!;
    throw new Error('EIO');
  };
  await expect(verifyEntries(broken(), { stream, keys, checkpoints }, nodeTools)).rejects.toThrow('EIO');
});

test('entries of a database are walked without a seal', async () => {
  const list = entries(5);
  const header = { stream, keys: [], checkpoints: [] };
  expect(await verifyEntries(list, header, nodeTools)).toEqual({ ok: true, entries: 5, head: list[4]!.hash });
  expect(await verifyEntries(list.with(2, { ...list[2]!, type: 'x' }), header, nodeTools)).toMatchObject({
    ok: false,
    fault: { seq: 3, code: 'hash' },
  });
});
