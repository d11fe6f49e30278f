import type { Trx } from '#db/schema.ts';

/** Sets the verifier of an account: a secret, so it is an effect of a change and never in the log. */
export async function setCredential(
  trx: Trx,
  userId: string,
  verifier: string,
  mustChange: boolean,
  now: number,
): Promise<void> {
  const values = { verifier, must_change: mustChange ? 1 : 0, changed_at: now };
  await trx
    .insertInto('credential')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute();
}
