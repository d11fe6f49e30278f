import { checkpointText } from './chain.ts';
import type { LogCheckpoint, LogKey } from './log-file.ts';
import type { VerifyTools } from './verify.ts';

/** What a witness found: `rewritten` = history differs from what was signed before, `shortened` = it ends before it. */
export type WitnessFinding = 'good' | 'unsigned' | 'rewritten' | 'shortened' | 'other_key';

/**
 * Whether the statements shown now agree with the one a team's browser kept: signed by the same key, the kept one still among
 * them with its hash, and nothing newer that is shorter. Whoever holds the key can sign a new history, not make the old one forgotten.
 */
export async function witness(
  stream: string,
  kept: LogCheckpoint | null,
  keptKey: LogKey | null,
  shown: { items: readonly LogCheckpoint[]; keys: readonly LogKey[] },
  tools: Pick<VerifyTools, 'verify'>,
): Promise<WitnessFinding> {
  for (const checkpoint of shown.items) {
    const key = shown.keys.find(({ id }) => id === checkpoint.keyId);
    const text = checkpointText({ stream, ...checkpoint });
    if (!key || !(await tools.verify(key.publicKey, text, checkpoint.signature))) return 'unsigned';
  }
  if (!kept) return 'good';
  if (keptKey && shown.keys.find(({ id }) => id === keptKey.id)?.publicKey !== keptKey.publicKey) return 'other_key';
  if (shown.items.some(({ seq, hash }) => seq === kept.seq && hash !== kept.hash)) return 'rewritten';
  const longest = Math.max(0, ...shown.items.map(({ seq }) => seq));
  if (longest < kept.seq) return 'shortened';
  const newest = Math.max(0, ...shown.items.filter(({ seq }) => seq === longest).map(({ at }) => at));
  return newest < kept.at && longest > kept.seq ? 'rewritten' : 'good';
}
