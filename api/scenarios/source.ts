import { lstat, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../kernel/ids.ts';

/** The files of a scenario folder by their path within it, `/` between parts. */
export type ScenarioFiles = ReadonlyMap<string, string>;

export interface FileFault {
  file: string;
  code: 'file.kind' | 'file.too_large' | 'file.too_many' | 'file.not_utf8';
}

const mostFiles = 100;
const mostBytes = 512 * 1024;

/** Reads a scenario folder: plain YAML and Markdown files only, no links. Throws what the file system throws. */
export async function readScenarioFiles(dir: string): Promise<{ files: ScenarioFiles; faults: FileFault[] }> {
  const files = new Map<string, string>();
  const faults: FileFault[] = [];
  const names = (await readdir(dir, { recursive: true })).map((name) => name.split('\\').join('/')).sort();
  if (names.length > mostFiles) return { files, faults: [{ file: '.', code: 'file.too_many' }] };
  for (const file of names) {
    const path = join(dir, file);
    const facts = await lstat(path);
    if (facts.isDirectory()) continue;
    if (!facts.isFile() || !/\.(yaml|md)$/.test(file)) faults.push({ file, code: 'file.kind' });
    else if (facts.size > mostBytes) faults.push({ file, code: 'file.too_large' });
    else {
      const text = decode(await readFile(path));
      if (text === null) faults.push({ file, code: 'file.not_utf8' });
      else files.set(file, text);
    }
  }
  return { files, faults };
}

/** SHA-256 over the sorted list of files, each by its own SHA-256: the version of a scenario. */
export function hashFiles(files: ScenarioFiles): string {
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, text]) => `${sha256(text)}  ${file}\n`);
  return sha256(lines.join(''));
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
