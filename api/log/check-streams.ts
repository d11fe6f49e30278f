import type { Read } from '#db/schema.ts';
import type { EventTable } from '#db/schema/kernel.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { genesis } from '../domain/chain.ts';
import { readLine } from '../domain/log-file.ts';
import type { RedactedEntry } from '../domain/system/events.ts';
import { verifyEntries } from '../domain/verify.ts';
import type { FaultCode } from '../domain/verify.ts';
import { readHead } from '../kernel/log.ts';
import { checkpointsUpTo, entriesUpTo, publicKeys, toLogEntry } from './rows.ts';
import { nodeTools } from './tools.ts';

export interface StreamCheck {
  stream: string;
  entries: number;
  /** The first thing wrong; `head` = the row that writers lock disagrees with the last entry, `redaction` = blanked without saying so. */
  fault: { seq: number | null; code: FaultCode | 'head' | 'redaction' } | null;
}

/** Walks every chain of a database with its checkpoints, as an export would be walked. */
export async function* checkStreams(read: Read): AsyncGenerator<StreamCheck> {
  const keys = await publicKeys(read);
  for (const stream of await streamNames(read)) {
    const { seq, hash } = (await readHead(read, stream)) ?? { seq: 0, hash: genesis };
    const checkpoints = await checkpointsUpTo(read, stream, Number.MAX_SAFE_INTEGER);
    const left = new Map<number, string>();
    const entries = async function* () {
      for await (const row of entriesUpTo(read, stream, seq)) {
        settle(left, row);
        yield toLogEntry(row, true);
      }
    };
    const result = await verifyEntries(entries(), { stream, keys, checkpoints }, nodeTools);
    if (!result.ok) {
      const { line, seq: at, code } = result.fault;
      yield { stream, entries: line, fault: { seq: at, code } };
    } else if (result.entries !== seq || result.head !== hash || (await hasMore(read, stream)))
      yield { stream, entries: result.entries, fault: { seq, code: 'head' } };
    else if (left.size > 0) yield { stream, entries: seq, fault: { seq: Math.min(...left.keys()), code: 'redaction' } };
    else yield { stream, entries: seq, fault: null };
  }
}

/** Keeps what is left of blanked entries until a later entry, which the chain binds, says the same of them. */
function settle(left: Map<number, string>, row: EventTable): void {
  if (row.salt === null) left.set(row.seq, row.payload);
  if (row.type !== 'event.redacted') return;
  const { entries = [] } = (readLine(row.payload) ?? {}) as { entries?: RedactedEntry[] };
  for (const { seq, rest } of entries) if (left.get(seq) === canonicalJson(rest)) left.delete(seq);
}

/** Streams that have a head, an entry or a signed statement: what lost its head must not be passed over. */
async function streamNames(read: Read): Promise<string[]> {
  const rows = await read
    .selectFrom('stream')
    .select('stream')
    .union(read.selectFrom('event').select('stream'))
    .union(read.selectFrom('checkpoint').select('stream'))
    .execute();
  return rows.map(({ stream }) => stream).sort();
}

/** Whether entries stand beyond the head; asked in one statement, since the log may be growing. */
async function hasMore(read: Read, stream: string): Promise<boolean> {
  const head = read.selectFrom('stream').select('seq').where('stream', '=', stream);
  const more = read.selectFrom('event').select('seq').where('stream', '=', stream).where('seq', '>', head);
  return (await more.limit(1).executeTakeFirst()) !== undefined;
}
