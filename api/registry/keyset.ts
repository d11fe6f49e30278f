import { z } from 'zod';
import { refuse } from '../domain/refusal.ts';

/** A place in a list in the order of `sort_key`, then `id`. */
export interface Place {
  sortKey: string;
  id: string;
}

const shape = z.tuple([z.string().max(2_000), z.string().max(64)]);

/** The cursor that goes on after the last row of a full page; null when the list has ended. */
export function nextCursor(rows: readonly { sort_key: string; id: string }[], limit: number): string | null {
  const last = rows.at(-1);
  return last && rows.length === limit
    ? Buffer.from(JSON.stringify([last.sort_key, last.id])).toString('base64url')
    : null;
}

/** The place a cursor stands for. Refuses what we did not make. */
export function placeOf(after: string | undefined): Place | null {
  if (after === undefined) return null;
  try {
    const [sortKey, id] = shape.parse(JSON.parse(Buffer.from(after, 'base64url').toString('utf8')));
    return { sortKey, id };
  } catch {
    throw refuse('request.invalid', {}, [{ path: ['after'], code: 'invalid_format' }]);
  }
}
