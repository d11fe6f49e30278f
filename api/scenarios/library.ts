import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { CheckedScenario } from './check.ts';

export interface LibraryScenario extends CheckedScenario {
  /** Name of its folder. */
  id: string;
}

/** The scenarios that come with the product: one folder each, next to the code. */
export const libraryDir = fileURLToPath(new URL('./', import.meta.resolve('#scenarios/library')));

/** Every sound scenario of the library, by folder name. */
export async function listScenarios(): Promise<LibraryScenario[]> {
  const folders = (await readdir(libraryDir, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const found = await Promise.all(folders.map(findScenario));
  return found.filter((scenario) => scenario !== undefined);
}

/** One scenario of the library; undefined when there is none of that name or it has errors. */
export async function findScenario(id: string): Promise<LibraryScenario | undefined> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return undefined;
  try {
    const { checkScenario } = await import('./check.ts');
    const checked = await checkScenario(join(libraryDir, id));
    return checked.ok ? { id, scenario: checked.scenario, hash: checked.hash, files: checked.files } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
