import { randomBytes } from 'node:crypto';
import type { Read, Trx } from '#db/schema.ts';
import type { EventTable } from '#db/schema/kernel.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { digestText, entryText, genesis } from '../domain/chain.ts';
import type { LoggedEvent, NewEvent } from '../domain/event.ts';
import { sha256 } from './ids.ts';

export interface Head {
  stream: string;
  seq: number;
  hash: string;
  at: number;
}

/** Locks the head of a stream for the rest of the transaction; a stream begins the first time it is locked. */
export async function lockHead(trx: Trx, stream: string, dialect: 'sqlite' | 'postgres'): Promise<Head> {
  const query = trx.selectFrom('stream').selectAll().where('stream', '=', stream);
  const locking = dialect === 'postgres' ? query.forUpdate() : query;
  const known = await locking.executeTakeFirst();
  if (known) return known;
  const first = { stream, seq: 0, hash: genesis, at: 0 };
  await trx
    .insertInto('stream')
    .values(first)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await locking.executeTakeFirst()) ?? first;
}

/** Appends events after `head` and moves it; `at` never goes backwards. Returns them as logged. */
export async function append(
  trx: Trx,
  head: Head,
  actor: string,
  now: number,
  events: readonly NewEvent[],
): Promise<LoggedEvent[]> {
  if (events.length === 0) return [];
  const at = Math.max(now, head.at);
  const logged: LoggedEvent[] = [];
  const rows: EventTable[] = [];
  let { seq, hash: prev } = head;
  for (const event of events) {
    seq += 1;
    const salt = randomBytes(16).toString('hex');
    const entry = {
      prev,
      stream: head.stream,
      seq,
      type: event.type,
      subject: event.subject,
      actor,
      at,
      occurredAt: event.occurredAt ?? at,
      digest: sha256(digestText(salt, event.payload)),
    };
    const hash = sha256(entryText(entry));
    const { occurredAt, ...rest } = entry;
    rows.push({ ...rest, occurred_at: occurredAt, salt, payload: canonicalJson(event.payload), hash });
    logged.push({ ...event, stream: head.stream, seq, actor, at, occurredAt } as LoggedEvent);
    prev = hash;
  }
  for (let i = 0; i < rows.length; i += insertSize)
    await trx
      .insertInto('event')
      .values(rows.slice(i, i + insertSize))
      .execute();
  await trx.updateTable('stream').set({ seq, hash: prev, at }).where('stream', '=', head.stream).execute();
  return logged;
}

const pageSize = 2_000;
/** Twelve values each; a statement takes at most 32,766. */
const insertSize = 1_000;

/** Events of a stream after `after`, oldest first, in pages. Redacted entries are left out. */
export async function* eventsAfter(read: Read | Trx, stream: string, after: number): AsyncGenerator<LoggedEvent[]> {
  for (let seq = after; ;) {
    const rows = await read
      .selectFrom('event')
      .selectAll()
      .where('stream', '=', stream)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.filter((row) => row.payload !== null).map(toEvent);
    if (rows.length < pageSize) return;
    seq = last.seq;
  }
}

/** Events about one subject (a ticket, an account), oldest first. */
export async function eventsAbout(read: Read | Trx, stream: string, subject: string): Promise<LoggedEvent[]> {
  const rows = await read
    .selectFrom('event')
    .selectAll()
    .where('subject', '=', subject)
    .where('stream', '=', stream)
    .orderBy('seq')
    .execute();
  return rows.filter((row) => row.payload !== null).map(toEvent);
}

/** The head of a stream as committed; undefined for a stream that never began. */
export async function readHead(read: Read | Trx, stream: string): Promise<Head | undefined> {
  return read.selectFrom('stream').selectAll().where('stream', '=', stream).executeTakeFirst();
}

export function toEvent(row: EventTable): LoggedEvent {
  const { stream, seq, type, subject, actor, at } = row;
  return {
    stream,
    seq,
    type,
    subject,
    actor,
    at,
    occurredAt: row.occurred_at,
    payload: JSON.parse(row.payload ?? 'null'),
  } as LoggedEvent;
}
