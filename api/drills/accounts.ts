import type { Read, Trx } from '#db/schema.ts';
import { nameKey } from '../domain/name.ts';
import { refuse } from '../domain/refusal.ts';

export interface Account {
  id: string;
  name: string;
  organisationId: string | null;
}

/** An active account. Throws `account.unknown`. */
export async function activeAccount(read: Read | Trx, id: string): Promise<Account> {
  const row = await read
    .selectFrom('account')
    .select(['id', 'name', 'organisation_id as organisationId'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) throw refuse('account.unknown');
  return row;
}

/** Who a seat is for, with where the person belongs: whoever judges must not belong there too. */
export const seatOf = ({ id, name, organisationId }: Account) => ({ accountId: id, name, organisationId });

/** The active account that signs in with a name; undefined = none. */
export async function accountByLogin(read: Read | Trx, login: string): Promise<Account | undefined> {
  return read
    .selectFrom('account')
    .select(['id', 'name', 'organisation_id as organisationId'])
    .where('login_key', '=', nameKey(login))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}
