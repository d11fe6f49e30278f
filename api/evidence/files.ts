import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sniffLength } from '../domain/media-type.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** Where the bytes of an upload lie: under its random id, never under a name somebody chose. */
export function filePath(kernel: Kernel, id: string): string {
  return join(kernel.evidenceDir, id);
}

/** SHA-256 of a file, read as a stream, lower-case hex. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** The first bytes of a file. */
export async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffLength), 0, sniffLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Makes sure that what was received survives a power cut: the bytes, then the name under which its folder knows them. */
export async function flushFile(path: string): Promise<void> {
  await flush(path, 'r+');
  // Windows opens no folders.
  if (process.platform !== 'win32') await flush(dirname(path), 'r');
}

async function flush(path: string, mode: 'r' | 'r+'): Promise<void> {
  const file = await open(path, mode);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
