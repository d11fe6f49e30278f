import type { logRead } from '#api/contract/log.ts';
import type { OutputOf } from '#api/contract/operation.ts';

export type LogEntry = OutputOf<typeof logRead>['items'][number];

/** Whether the page offers to blank an entry; the server has the last word. */
export const mayBlank = ({ texts }: Pick<LogEntry, 'texts'>, user: { grants: readonly { role: string }[] }): boolean =>
  texts.length > 0 && user.grants.some(({ role }) => role === 'admin');

/** The beginning of the text of an entry at a path. */
export function textAt({ payload }: Pick<LogEntry, 'payload'>, path: string): string {
  let found: unknown = payload;
  for (const key of path.split('.')) found = (found as Record<string, unknown> | null)?.[key];
  const text = String(found ?? '');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** Numbers of the entries that a redaction names, with its reason; null for any other entry. */
export function blanked({ type, payload }: LogEntry): { numbers: number[]; reason: string } | null {
  if (type !== 'event.redacted' || payload === null) return null;
  const { entries, reason } = payload as { entries: { seq: number }[]; reason: string };
  return { numbers: entries.map(({ seq }) => seq), reason };
}
