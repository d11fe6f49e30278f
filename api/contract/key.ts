/** A fresh idempotency key. `crypto.randomUUID` is missing on plain HTTP, which a hall's LAN may be. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
