import { randomInt, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../kernel/ids.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { perKernel } from '../kernel/per-kernel.ts';
import { hasAccounts } from './read-session.ts';

// Without I, L, O, 0, 1: the code is read off a console and typed.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const current = perKernel((): { hash: string | null } => ({ hash: null }));

/** The one-time code for the first run, three groups of four; null once an account exists. The last one made counts. */
export async function createSetupCode(kernel: Kernel): Promise<string | null> {
  if (await hasAccounts(kernel)) return null;
  const code = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
  current(kernel).hash = sha256(code);
  return code.match(/.{4}/g)?.join('-') ?? code;
}

/** Compares in constant time; dashes, spaces and case do not matter. */
export function isSetupCode(kernel: Kernel, given: string): boolean {
  const { hash } = current(kernel);
  const typed = sha256(given.toUpperCase().replace(/[^A-Z0-9]/g, ''));
  return hash !== null && timingSafeEqual(Buffer.from(hash), Buffer.from(typed));
}

/** Prints the code on the console of a server that nobody has set up yet. */
export async function announceSetup(kernel: Kernel): Promise<void> {
  const code = await createSetupCode(kernel);
  if (code !== null) process.stdout.write(`Mã thiết lập / Setup code: ${code}\n`);
}
