import { chmod, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const sticky = 0o1000;
const others = 0o077;

/**
 * Takes from everyone else what they may do with the files and folders named, where they exist. A folder that is not the
 * installation's alone (`/tmp`, a root) is left as it is, and so is what belongs to another account: the doctor tells.
 */
export async function closeToOthers(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const mode = await modeOf(path);
    if (mode === null || (mode & others) === 0 || (mode & sticky) !== 0 || dirname(path) === path) continue;
    await chmod(path, mode & ~others & 0o7777).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPERM' && error.code !== 'EROFS') throw error;
    });
  }
}

/** Those of the files and folders that others than the owner may read, write or enter. */
export async function openToOthers(paths: readonly string[]): Promise<string[]> {
  const open: string[] = [];
  for (const path of paths) if (((await modeOf(path)) ?? 0) & others) open.push(path);
  return open;
}

/** Null where there is no such file, and on Windows, whose rights are not in these bits. */
async function modeOf(path: string): Promise<number | null> {
  if (process.platform === 'win32') return null;
  return (await stat(path).catch(() => null))?.mode ?? null;
}
