import { statement } from '#db/statement.ts';
import type { Read, Trx } from '#db/schema.ts';
import type { EventTable } from '#db/schema/kernel.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { entryText, genesis, saltedText } from '../domain/chain.ts';
import type { LoggedEvent, NewEvent } from '../domain/event.ts';
import { randomHex, sha256 } from './ids.ts';

export type Head = {
  stream: string;
  seq: number;
  hash: string;
  at: number;
};

/** Locks the head of a stream for the rest of the transaction; a stream begins the first time it is locked. */
export async function lockHead(trx: Trx, stream: string, dialect: 'sqlite' | 'postgres'): Promise<Head> {
  const locked = dialect === 'postgres' ? headForUpdate : headOf;
  const [known] = await locked(trx, { stream });
  if (known) return known;
  const first = { stream, seq: 0, hash: genesis, at: 0 };
  await trx
    .insertInto('stream')
    .values(first)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await locked(trx, { stream }))[0] ?? first;
}

const headOf = statement((db, { stream }: { stream: string }) =>
  db.selectFrom('stream').selectAll().where('stream', '=', stream),
);
const headForUpdate = statement((db, { stream }: { stream: string }) =>
  db.selectFrom('stream').selectAll().where('stream', '=', stream).forUpdate(),
);
const moveHead = statement((db, { stream, ...head }: Head) =>
  db.updateTable('stream').set(head).where('stream', '=', stream),
);
const insertEvent = statement((db, row: EventRow) => db.insertInto('event').values(row));
const eventsBetween = statement((db, { stream, from, to }: { stream: string; from: number; to: number }) =>
  db.selectFrom('event').selectAll().where('stream', '=', stream).where('seq', '>=', from).where('seq', '<=', to),
);

/** As a record of plain values. */
type EventRow = { [K in keyof EventTable]: EventTable[K] };

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
  let { seq, hash: prev } = head;
  for (const event of events) {
    seq += 1;
    const salt = randomHex(16);
    const payload = canonicalJson(event.payload);
    const entry = {
      prev,
      stream: head.stream,
      seq,
      type: event.type,
      subject: event.subject,
      actor,
      at,
      occurredAt: event.occurredAt ?? at,
      digest: sha256(saltedText(salt, payload)),
    };
    const hash = sha256(entryText(entry));
    const { occurredAt, ...rest } = entry;
    await insertEvent(trx, { ...rest, occurred_at: occurredAt, salt, payload, hash });
    logged.push({ ...event, stream: head.stream, seq, actor, at, occurredAt } as LoggedEvent);
    prev = hash;
  }
  await moveHead(trx, { stream: head.stream, seq, hash: prev, at });
  return logged;
}

const pageSize = 2_000;

/**
 * Events of a stream after `after`, oldest first, in pages. Of redacted entries it is what was left.
 * Numbers in a stream have no gaps: a page is a stretch of them. SQLite plans a statement with ORDER BY or LIMIT anew for every value.
 */
export async function* eventsAfter(read: Read | Trx, stream: string, after: number): AsyncGenerator<LoggedEvent[]> {
  for (let seq = after; ; seq += pageSize) {
    const rows = await eventsBetween(read, { stream, from: seq + 1, to: seq + pageSize });
    rows.sort((a, b) => a.seq - b.seq);
    if (rows.length > 0) yield rows.map(toEvent);
    if (rows.length < pageSize) return;
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
  return rows.map(toEvent);
}

/** The head of a stream as committed; undefined for a stream that never began. */
export async function readHead(read: Read | Trx, stream: string): Promise<Head | undefined> {
  return (await headOf(read, { stream }))[0];
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
    payload: JSON.parse(row.payload),
    ...(row.salt === null && { redacted: true }),
  } as LoggedEvent;
}
