import type { logRead } from '#api/contract/log.ts';
import type { OutputOf } from '#api/contract/operation.ts';
import { isRedactable } from '#api/domain/redaction.ts';

export type LogEntry = OutputOf<typeof logRead>['items'][number];

/** Whether the page offers to blank an entry; the server has the last word. */
export const mayBlank = (entry: LogEntry, user: { grants: readonly { role: string }[] } | null): boolean =>
  user !== null &&
  user.grants.some(({ role }) => role === 'admin') &&
  entry.payload !== null &&
  !entry.redacted &&
  isRedactable(entry.type);

/** Numbers of the entries that a redaction names, with its reason; null for any other entry. */
export function blanked({ type, payload }: LogEntry): { numbers: number[]; reason: string } | null {
  if (type !== 'event.redacted' || payload === null) return null;
  const { entries, reason } = payload as { entries: { seq: number }[]; reason: string };
  return { numbers: entries.map(({ seq }) => seq), reason };
}
