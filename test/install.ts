import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs a Debian package where that is possible; throws with what to do where it is not. */
export async function installPackage(name: string): Promise<void> {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/usr/bin/apt-get'))
    throw new Error(
      `"${name}" is needed and was not found. Install it (Debian: apt-get install ${name}) and run again.`,
    );
  process.stderr.write(`Installing ${name}…\n`);
  if ((await apt('install', '-y', '--no-install-recommends', name)) === 0) return;
  await apt('update');
  if ((await apt('install', '-y', '--no-install-recommends', name)) !== 0)
    throw new Error(`apt-get could not install "${name}"`);
}

function apt(...args: string[]): Promise<number | null> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return new Promise((resolve) => {
    spawn('/usr/bin/apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
      .once('exit', resolve)
      .once('error', () => resolve(null));
  });
}
