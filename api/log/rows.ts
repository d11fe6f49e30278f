import type { Read } from '#db/schema.ts';
import type { CheckpointTable, EventTable } from '#db/schema/kernel.ts';
import { readLine } from '../domain/log-file.ts';
import type { LogCheckpoint, LogEntry, LogKey } from '../domain/log-file.ts';

const pageSize = 1_000;

/** An entry as it leaves the system; its content only where `open`. */
export function toLogEntry(row: EventTable, open: boolean): LogEntry {
  const { stream, seq, type, subject, actor, at, digest, prev, hash } = row;
  const content = open && row.salt !== null;
  return {
    stream,
    seq,
    type,
    subject,
    actor,
    at,
    occurredAt: row.occurred_at,
    salt: content ? row.salt : null,
    payload: content ? contentOf(row.payload) : null,
    digest,
    prev,
    hash,
  };
}

/** Text that is no longer the one we wrote stays text, and fails against its digest. */
function contentOf(payload: string): unknown {
  return readLine(payload) ?? payload;
}

export function toLogCheckpoint({ seq, hash, at, reason, key_id, signature }: CheckpointTable): LogCheckpoint {
  return { seq, hash, at, reason, keyId: key_id, signature };
}

/** Entries 1 to `last` of a stream, redacted ones included. */
export async function* entriesUpTo(read: Read, stream: string, last: number): AsyncGenerator<EventTable> {
  for (let seq = 0; seq < last; seq += pageSize)
    yield* await read
      .selectFrom('event')
      .selectAll()
      .where('stream', '=', stream)
      .where('seq', '>', seq)
      .where('seq', '<=', Math.min(seq + pageSize, last))
      .orderBy('seq')
      .execute();
}

/** Checkpoints of a stream up to entry `last`, oldest first. */
export async function checkpointsUpTo(read: Read, stream: string, last: number): Promise<LogCheckpoint[]> {
  const rows = await read
    .selectFrom('checkpoint')
    .selectAll()
    .where('stream', '=', stream)
    .where('seq', '<=', last)
    .orderBy('seq')
    .orderBy('at')
    .orderBy('reason')
    .execute();
  return rows.map(toLogCheckpoint);
}

/** The public halves of every key that ever signed. */
export async function publicKeys(read: Read): Promise<LogKey[]> {
  const rows = await read.selectFrom('signing_key').select(['id', 'public_key']).orderBy('id').execute();
  return rows.map((row) => ({ id: row.id, publicKey: row.public_key }));
}
