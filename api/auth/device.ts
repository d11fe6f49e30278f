import type { Read, Trx } from '#db/schema.ts';
import { sha256 } from '../kernel/ids.ts';

const life = 400 * 24 * 3_600_000;

/** The hash of the device secret, if this browser has signed in to the account before. */
export async function knownDevice(
  read: Read,
  secret: string | null,
  userId: string | undefined,
  now: number,
): Promise<string | null> {
  if (!secret || !userId) return null;
  const row = await read
    .selectFrom('device')
    .select('secret_hash')
    .where('secret_hash', '=', sha256(secret))
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.secret_hash ?? null;
}

/** Notes that this browser belongs to somebody who knows the password. */
export async function rememberDevice(trx: Trx, secret: string, userId: string, now: number): Promise<void> {
  await trx.deleteFrom('device').where('expires_at', '<=', now).execute();
  await trx
    .insertInto('device')
    .values({ secret_hash: sha256(secret), user_id: userId, expires_at: now + life })
    .execute();
}
