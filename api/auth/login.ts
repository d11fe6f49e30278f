import type { Read, Trx } from '#db/schema.ts';
import { nameKey } from '../domain/name.ts';
import { refuse } from '../domain/refusal.ts';

/** Refuses a login name that exists or that a person could take for one that does. */
export async function assertLoginFree(read: Read | Trx, login: string, path: string[] = ['login']): Promise<void> {
  const taken = await read
    .selectFrom('account')
    .select('login')
    .where('login_key', '=', nameKey(login))
    .executeTakeFirst();
  if (taken)
    throw refuse('login.taken', { login: taken.login }, [
      { path, code: 'login.taken', params: { login: taken.login } },
    ]);
}
