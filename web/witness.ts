import { checkpointText, entryText, type ChainEntry } from '#api/domain/chain.ts';
import { sha256 } from './sha256.ts';

export type Entry = ChainEntry & { hash: string };
export type Head = { seq: number; hash: string; at: number; keyId: string; signature: string };
export type Key = { id: string; publicKey: string };
/** What this device remembers of a log. */
export type Kept = { seq: number; hash: string; at: number; keyId: string };

export type Alarm = 'shorter' | 'rewritten' | 'broken' | 'signature' | 'key' | 'new_key';
export type Testimony =
  { say: 'first' | 'same' | 'extended' | 'unproved'; kept: Kept } | { say: 'alarm'; why: Alarm; kept: Kept | null };

/** The first entry that does not follow from `from`, or null when all do. Entries by rising number. */
export function brokenAt(entries: readonly Entry[], from: { seq: number; hash: string }): number | null {
  let { seq, hash } = from;
  for (const entry of entries) {
    if (entry.seq !== seq + 1 || entry.prev !== hash || sha256(entryText(entry)) !== entry.hash) return entry.seq;
    ({ seq, hash } = entry);
  }
  return null;
}

/** Compares the head of a log with what was kept; `between` = the entries after it, null when this reader may not see them. */
export function testify(kept: Kept | null, head: Head, key: Key | null, between: readonly Entry[] | null): Testimony {
  const fresh = { seq: head.seq, hash: head.hash, at: head.at, keyId: head.keyId };
  if (key && sha256(key.publicKey).slice(0, 16) !== key.id) return { say: 'alarm', why: 'key', kept };
  if (!kept) return { say: 'first', kept: fresh };
  if (head.keyId !== kept.keyId) return { say: 'alarm', why: 'new_key', kept };
  if (head.seq < kept.seq) return { say: 'alarm', why: 'shorter', kept };
  if (head.seq === kept.seq)
    return head.hash === kept.hash ? { say: 'same', kept } : { say: 'alarm', why: 'rewritten', kept };
  if (!between) return { say: 'unproved', kept };
  const upTo = between.filter((entry) => entry.seq <= head.seq);
  const whole = brokenAt(upTo, kept) === null && upTo.at(-1)?.seq === head.seq && upTo.at(-1)?.hash === head.hash;
  return whole ? { say: 'extended', kept: fresh } : { say: 'alarm', why: 'broken', kept };
}

/** Whether the signature of a checkpoint is right (Ed25519); null where the browser cannot tell. */
export async function isSigned(stream: string, head: Head, key: Key): Promise<boolean | null> {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  try {
    const der = bytes(key.publicKey.replace(/-----[A-Z ]+-----|\s/g, ''));
    const imported = await crypto.subtle.importKey('spki', der, 'Ed25519', false, ['verify']);
    const text = new TextEncoder().encode(checkpointText({ stream, seq: head.seq, hash: head.hash, at: head.at }));
    return await crypto.subtle.verify('Ed25519', imported, bytes(head.signature), text);
  } catch (error) {
    // Browsers from before 2025 do not know the curve.
    if (error instanceof DOMException && error.name === 'NotSupportedError') return null;
    return false;
  }
}
