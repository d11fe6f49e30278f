import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { refuse } from '../domain/refusal.ts';
import { passwordFault, passwordMinimum } from '../domain/system/password.ts';

// OWASP ASVS 5.0 §11.4.2: argon2id, 19 MiB, two passes, one lane.
const memory = 19_456;
const passes = 2;
const parallelism = 1;
const tagLength = 32;

/** What the password of nobody is compared with, so that an unknown login takes as long as a known one. */
const nobody = `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** A new verifier in the PHC string format. The password is composed (NFC) first: Vietnamese keyboards differ. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt);
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${phc(salt)}$${phc(tag)}`;
}

/** Whether the password fits; takes the same time without a verifier. `gate` may throw when the turn has come. */
export async function verifyPassword(
  verifier: string | null | undefined,
  password: string,
  gate?: () => void,
): Promise<boolean> {
  const [, , , , salt = '', tag = ''] = (verifier ?? nobody).split('$');
  const expected = Buffer.from(tag, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), gate);
  return expected.length === given.length && timingSafeEqual(expected, given) && typeof verifier === 'string';
}

/** Refuses a password that is too easy. `path` is its field in the form. */
export function assertStrong(
  password: string,
  person: { login: string; name: string },
  path: string[] = ['password'],
): void {
  const fault = passwordFault(password, person);
  if (fault)
    throw refuse('password.weak', { minimum: passwordMinimum }, [
      { path, code: fault, params: { minimum: passwordMinimum } },
    ]);
}

/** A password for one use, easy to read out and to type: four groups of five. */
export function temporaryPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const chars = Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join('');
  return chars.match(/.{5}/g)?.join('-') ?? chars;
}

const phc = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');

// One thread of the pool stays free for files; what waits, waits in order.
const mostAtOnce = Math.max(1, Math.min(4, availableParallelism()) - 1);
const mostWaiting = 2_000;
const waiting: (() => void)[] = [];
let running = 0;

async function derive(password: string, nonce: Buffer, gate?: () => void): Promise<Buffer> {
  if (waiting.length >= mostWaiting) throw refuse('server.unavailable');
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    gate?.();
    return await new Promise<Buffer>((resolve, reject) => {
      const message = password.normalize('NFC');
      argon2('argon2id', { message, nonce, parallelism, tagLength, memory, passes }, (error, tag) =>
        error ? reject(error) : resolve(tag),
      );
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
