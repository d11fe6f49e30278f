import { nameKey } from '../domain/name.ts';
import { personSortKey } from '../domain/sort-key.ts';
import { fold } from '../domain/text.ts';
import type { Projector } from '../kernel/kernel.ts';

const searchFold = (name: string, login: string, email: string | null) => fold(`${name} ${login} ${email ?? ''}`);

/** Accounts and roles from the `system` stream. */
export const projectAccounts: Projector = {
  async 'account.created'(trx, { payload: { accountId, login, name, organisationId, email, locale }, at }) {
    await trx
      .insertInto('account')
      .values({
        id: accountId,
        login,
        login_key: nameKey(login),
        name,
        sort_key: personSortKey(name),
        search_fold: searchFold(name, login, email),
        organisation_id: organisationId,
        email,
        locale,
        created_at: at,
        disabled_at: null,
      })
      .execute();
  },
  async 'account.updated'(trx, { payload: { accountId, name, email, organisationId } }) {
    const { login } = await trx
      .selectFrom('account')
      .select('login')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow();
    await trx
      .updateTable('account')
      .set({
        name,
        email,
        organisation_id: organisationId,
        sort_key: personSortKey(name),
        search_fold: searchFold(name, login, email),
      })
      .where('id', '=', accountId)
      .execute();
  },
  async 'account.disabled'(trx, { payload, at }) {
    await trx.updateTable('account').set({ disabled_at: at }).where('id', '=', payload.accountId).execute();
  },
  async 'account.enabled'(trx, { payload }) {
    await trx.updateTable('account').set({ disabled_at: null }).where('id', '=', payload.accountId).execute();
  },
  async 'account.locale_chosen'(trx, { payload }) {
    await trx.updateTable('account').set({ locale: payload.locale }).where('id', '=', payload.accountId).execute();
  },
  async 'role.granted'(trx, { payload: { accountId, role, organisationId }, at }) {
    await trx
      .insertInto('role_grant')
      .values({ user_id: accountId, role, organisation_id: organisationId, granted_at: at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  async 'role.revoked'(trx, { payload: { accountId, role, organisationId } }) {
    await trx
      .deleteFrom('role_grant')
      .where('user_id', '=', accountId)
      .where('role', '=', role)
      .where('organisation_id', '=', organisationId)
      .execute();
  },
};
