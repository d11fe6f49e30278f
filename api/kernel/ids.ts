import { hash, randomBytes } from 'node:crypto';

/** A UUIDv7: sorts by the time (ms) it was made at. */
export function uuidv7(now: number): string {
  const bytes = pooled(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** `bytes` random bytes, lower-case hex. */
export function randomHex(bytes: number): string {
  return pooled(bytes).toString('hex');
}

let pool = Buffer.alloc(0);

/** A call for sixteen random bytes costs as much as one for four thousand. Each byte is handed out once. */
function pooled(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(4_096);
  const taken = pool.subarray(0, bytes);
  pool = pool.subarray(bytes);
  return taken;
}

/** SHA-256 of UTF-8 text, lower-case hex. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

/** `bytes` random bytes, base64url. */
export function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
