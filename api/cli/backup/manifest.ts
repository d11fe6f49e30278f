import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../domain/canonical.ts';
import { readLine } from '../../domain/log-file.ts';
import { sha256 } from '../../kernel/ids.ts';

const part = z.strictObject({ path: z.string(), size: z.int(), sha256: z.string() });
const body = z.strictObject({
  format: z.literal('thao-truong.backup/1'),
  madeAt: z.int(),
  dialect: z.enum(['sqlite', 'postgres']),
  /** Every file of the backup but the manifest, by path. */
  parts: z.array(part),
});
const sealed = body.extend({ digest: z.string() });

export type Part = z.output<typeof part>;
export type Manifest = z.output<typeof body>;

export const manifestName = 'manifest.json';

/** What is wrong with a backup. */
export class BackupFault extends Error {
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail = '') {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** Hashes every file of the folder and writes the list beside them. */
export async function writeManifest(folder: string, facts: Pick<Manifest, 'madeAt' | 'dialect'>): Promise<Manifest> {
  const manifest: Manifest = { format: 'thao-truong.backup/1', ...facts, parts: await partsOf(folder) };
  const digest = sha256(canonicalJson(manifest));
  await writeFile(join(folder, manifestName), canonicalJson({ ...manifest, digest }), { mode: 0o600 });
  return manifest;
}

/** Reads the manifest and compares it with the folder, byte by byte. Throws BackupFault at the first thing that is wrong. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => {
    throw new BackupFault('no_manifest', folder);
  });
  const parsed = sealed.safeParse(readLine(text));
  if (!parsed.success) throw new BackupFault('manifest');
  const { digest, ...manifest } = parsed.data;
  if (sha256(canonicalJson(manifest)) !== digest) throw new BackupFault('manifest');
  const found = new Map((await partsOf(folder)).map((one) => [one.path, one]));
  for (const expected of manifest.parts) {
    const actual = found.get(expected.path);
    if (!actual) throw new BackupFault('missing', expected.path);
    if (actual.size !== expected.size || actual.sha256 !== expected.sha256)
      throw new BackupFault('changed', expected.path);
    found.delete(expected.path);
  }
  const [extra] = found.keys();
  if (extra !== undefined) throw new BackupFault('unexpected', extra);
  return manifest;
}

async function partsOf(folder: string): Promise<Part[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const parts: Part[] = [];
  for (const file of files.sort()) {
    const path = file.slice(folder.length + 1).replaceAll('\\', '/');
    if (path !== manifestName) parts.push({ path, size: (await stat(file)).size, sha256: await hashFile(file) });
  }
  return parts;
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
