import type { Read } from '#db/schema.ts';
import { verifyEntries } from '../domain/verify.ts';
import type { FaultCode } from '../domain/verify.ts';
import { checkpointsUpTo, entriesUpTo, publicKeys, toLogEntry } from './rows.ts';
import { nodeTools } from './tools.ts';

export interface StreamCheck {
  stream: string;
  entries: number;
  /** The first thing wrong; `head` = the row that writers lock disagrees with the last entry. */
  fault: { seq: number | null; code: FaultCode | 'head' } | null;
}

/** Walks every chain of a database with its checkpoints, as an export would be walked. */
export async function* checkStreams(read: Read): AsyncGenerator<StreamCheck> {
  const keys = await publicKeys(read);
  const heads = await read.selectFrom('stream').selectAll().where('seq', '>', 0).orderBy('stream').execute();
  for (const { stream, seq, hash } of heads) {
    const checkpoints = await checkpointsUpTo(read, stream, Number.MAX_SAFE_INTEGER);
    const entries = async function* () {
      for await (const row of entriesUpTo(read, stream, seq)) yield toLogEntry(row, true);
    };
    const result = await verifyEntries(entries(), { stream, keys, checkpoints }, nodeTools);
    if (!result.ok) yield { stream, entries: result.fault.line, fault: result.fault };
    else if (result.entries !== seq || result.head !== hash)
      yield { stream, entries: result.entries, fault: { seq, code: 'head' } };
    else yield { stream, entries: seq, fault: null };
  }
}
