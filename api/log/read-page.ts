import type { Read } from '#db/schema.ts';
import type { EventTable } from '#db/schema/kernel.ts';
import { blankableIn } from '../domain/redaction.ts';

export interface PageOf {
  stream: string;
  order: 'oldest' | 'newest';
  after: string | undefined;
  limit: number;
  type?: string | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
}

export type NamedRow = EventTable & { actor_name: string | null };

/** One page of a stream by sequence number; `type` may end in a dot to mean a family, for example `claim.`. */
export async function readPage(read: Read, wanted: PageOf): Promise<{ rows: NamedRow[]; next: string | null }> {
  const { stream, order, limit, type, actor, subject } = wanted;
  const forward = order === 'oldest';
  const start = Number(wanted.after ?? (forward ? 0 : Number.MAX_SAFE_INTEGER));
  let query = read
    .selectFrom('event')
    .leftJoin('account', 'account.id', 'event.actor')
    .selectAll('event')
    .select('account.name as actor_name')
    .where('stream', '=', stream)
    .where('seq', forward ? '>' : '<', Number.isSafeInteger(start) ? start : 0)
    .orderBy('seq', forward ? 'asc' : 'desc')
    .limit(limit + 1);
  // Somebody who signs in is nobody yet: the entry is about the account that came in.
  if (actor)
    query = query.where(({ and, eb, or }) =>
      or([eb('actor', '=', actor), and([eb('actor', '=', 'anonymous'), eb('subject', '=', actor)])]),
    );
  if (subject) query = query.where('subject', '=', subject);
  // `.` + 1 = `/`: everything that begins with the family and its dot.
  if (type?.endsWith('.')) query = query.where('type', '>=', type).where('type', '<', `${type.slice(0, -1)}/`);
  else if (type) query = query.where('type', '=', type);
  const rows = await query.execute();
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? String(shown.at(-1)?.seq) : null };
}

/** A row as the API answers it. */
export function toItem(row: NamedRow, { open, named }: { open: boolean; named: boolean }) {
  const { stream, seq, type, subject, actor, at, digest, prev, hash } = row;
  const payload: unknown = open ? JSON.parse(row.payload) : null;
  return {
    stream,
    seq,
    type,
    subject,
    actor,
    actorName: named ? row.actor_name : null,
    at,
    occurredAt: row.occurred_at,
    payload,
    redacted: row.salt === null,
    texts: blankableIn({ type, payload, redacted: row.salt === null }),
    digest,
    prev,
    hash,
    about: null,
  };
}
