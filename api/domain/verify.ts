import { checkpointText, digestText, entryText, genesis } from './chain.ts';
import { isEntry, isHeader, isSeal, readLine, runningText, sealText } from './log-file.ts';
import type { LogCheckpoint, LogEntry, LogHeader, LogKey, LogSeal } from './log-file.ts';

/** What hashing and signing machinery the place has: node:crypto on a server, WebCrypto in a page. */
export interface VerifyTools {
  /** SHA-256 of UTF-8 text, lower-case hex. */
  sha256(text: string): string | Promise<string>;
  /** Whether `signature` (base64) is the Ed25519 signature of UTF-8 `text` by `publicKey` (SPKI, PEM). */
  verify(publicKey: string, text: string, signature: string): boolean | Promise<boolean>;
}

/** Why a log is refused. */
export const faultCodes = [
  'not_utf8',
  'not_canonical',
  'header',
  'entry',
  'stream',
  'gap',
  'time',
  'prev',
  'hash',
  'digest',
  'key',
  'checkpoint_order',
  'checkpoint_hash',
  'checkpoint_signature',
  'cut',
  'seal',
  'after_seal',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** The first thing that is wrong: line of the file (from 1) and number of the entry, where it is about one. */
export interface Fault {
  line: number;
  seq: number | null;
  code: FaultCode;
}

export type Verdict =
  | {
      ok: true;
      header: LogHeader;
      entries: number;
      /** Entries whose content is not in the file, the redacted ones among them. */
      withheld: number;
      /** Entries that a later one says were redacted. */
      redacted: number;
      head: string;
      lastAt: number;
    }
  | { ok: false; fault: Fault };

class LogFault extends Error {
  readonly code: FaultCode;
  readonly seq: number | null;

  constructor(code: FaultCode, seq: number | null = null) {
    super(code);
    this.code = code;
    this.seq = seq;
  }
}

/** Checks an exported log, given as text in pieces of any size. Any changed byte is found; the first fault is told. */
export async function verifyLog(
  pieces: AsyncIterable<string> | Iterable<string>,
  tools: VerifyTools,
): Promise<Verdict> {
  let line = 0;
  let header: LogHeader | undefined;
  let chain: Chain | undefined;
  let running = genesis;
  let sealed = false;
  try {
    for await (const text of linesOf(pieces)) {
      line += 1;
      if (sealed) throw new LogFault('after_seal');
      const value = readLine(text);
      if (value === undefined) throw new LogFault('not_canonical');
      if (!header || !chain) {
        if (!isHeader(value)) throw new LogFault('header');
        header = value;
        chain = await Chain.begin(header, tools);
      } else if (isSeal(value)) {
        await checkSeal(value, running, header.keys, tools);
        chain.end();
        sealed = true;
      } else if (isEntry(value)) await chain.add(value);
      else throw new LogFault('entry');
      running = await tools.sha256(runningText(running, text));
    }
    line += 1;
    if (!header || !chain || !sealed) throw new LogFault('cut');
    const { seq: entries, withheld, redacted, hash: head, at: lastAt } = chain;
    return { ok: true, header, entries, withheld, redacted: redacted.size, head, lastAt };
  } catch (error) {
    if (error instanceof LogFault) return { ok: false, fault: { line, seq: error.seq, code: error.code } };
    // A decoder in front of us met bytes that are no text.
    if (error instanceof TypeError) return { ok: false, fault: { line: line + 1, seq: null, code: 'not_utf8' } };
    throw error;
  }
}

/** Checks entries and checkpoints as they stand in a database, where no file seals them. */
export async function verifyEntries(
  entries: AsyncIterable<LogEntry> | Iterable<LogEntry>,
  header: Pick<LogHeader, 'stream' | 'keys' | 'checkpoints'>,
  tools: VerifyTools,
): Promise<{ ok: true; entries: number; head: string } | { ok: false; fault: Fault }> {
  let chain: Chain | undefined;
  try {
    chain = await Chain.begin(header, tools);
    for await (const entry of entries) await chain.add(entry);
    chain.end();
    return { ok: true, entries: chain.seq, head: chain.hash };
  } catch (error) {
    if (!(error instanceof LogFault)) throw error;
    return { ok: false, fault: { line: chain?.seq ?? 0, seq: error.seq, code: error.code } };
  }
}

/** The walk along one chain. */
class Chain {
  seq = 0;
  hash = genesis;
  at = 0;
  withheld = 0;
  readonly redacted = new Set<number>();
  readonly #stream: string;
  readonly #tools: VerifyTools;
  readonly #expected = new Map<number, string>();
  readonly #last: number;

  private constructor(stream: string, checkpoints: readonly LogCheckpoint[], tools: VerifyTools) {
    this.#stream = stream;
    this.#tools = tools;
    this.#last = checkpoints.at(-1)?.seq ?? 0;
    for (const { seq, hash } of checkpoints) {
      if ((this.#expected.get(seq) ?? hash) !== hash) throw new LogFault('checkpoint_hash', seq);
      this.#expected.set(seq, hash);
    }
  }

  static async begin(
    { stream, keys, checkpoints }: Pick<LogHeader, 'stream' | 'keys' | 'checkpoints'>,
    tools: VerifyTools,
  ): Promise<Chain> {
    for (const key of keys) if ((await tools.sha256(key.publicKey)).slice(0, 16) !== key.id) throw new LogFault('key');
    let before = 0;
    for (const checkpoint of checkpoints) {
      if (checkpoint.seq < before) throw new LogFault('checkpoint_order', checkpoint.seq);
      before = checkpoint.seq;
      const text = checkpointText({ stream, ...checkpoint });
      if (!(await isSigned(checkpoint, text, keys, tools))) throw new LogFault('checkpoint_signature', checkpoint.seq);
    }
    return new Chain(stream, checkpoints, tools);
  }

  async add(entry: LogEntry): Promise<void> {
    const { seq } = entry;
    if (entry.stream !== this.#stream) throw new LogFault('stream', seq);
    if (seq !== this.seq + 1) throw new LogFault('gap', seq);
    if (entry.at < this.at) throw new LogFault('time', seq);
    if (entry.prev !== this.hash) throw new LogFault('prev', seq);
    if (entry.salt === null) this.withheld += 1;
    else if ((await this.#tools.sha256(digestText(entry.salt, entry.payload))) !== entry.digest)
      throw new LogFault('digest', seq);
    if ((await this.#tools.sha256(entryText(entry))) !== entry.hash) throw new LogFault('hash', seq);
    if ((this.#expected.get(seq) ?? entry.hash) !== entry.hash) throw new LogFault('checkpoint_hash', seq);
    for (const seq of redactedBy(entry)) this.redacted.add(seq);
    this.seq = seq;
    this.hash = entry.hash;
    this.at = entry.at;
  }

  /** A signed statement says the log is longer: the tail was cut. */
  end(): void {
    if (this.seq < this.#last) throw new LogFault('cut', this.seq);
  }
}

/** The entries that a redaction names, as far as its own content may be read. */
function redactedBy({ type, payload }: LogEntry): number[] {
  const { entries } = (type === 'event.redacted' ? (payload ?? {}) : {}) as { entries?: unknown };
  return Array.isArray(entries) ? entries.map((one: { seq: number }) => one.seq) : [];
}

async function checkSeal(seal: LogSeal, running: string, keys: readonly LogKey[], tools: VerifyTools): Promise<void> {
  if (seal.digest !== running || !(await isSigned(seal, sealText(running), keys, tools))) throw new LogFault('seal');
}

/** 64 bytes have one base64 text only when the four unused bits are zero; decoders let others pass. */
const exactBase64 = /^[A-Za-z0-9+/]{85}[AQgw]==$/;

async function isSigned(
  { keyId, signature }: { keyId: string; signature: string },
  text: string,
  keys: readonly LogKey[],
  tools: VerifyTools,
): Promise<boolean> {
  const key = keys.find(({ id }) => id === keyId);
  return key !== undefined && exactBase64.test(signature) && (await tools.verify(key.publicKey, text, signature));
}

/** Whole lines; text after the last LF is a cut line. */
async function* linesOf(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') throw new LogFault('cut');
}
