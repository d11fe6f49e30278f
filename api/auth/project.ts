import type { Trx } from '#db/schema.ts';
import { nameKey } from '../domain/name.ts';
import { personSortKey } from '../domain/sort-key.ts';
import { fold } from '../domain/text.ts';
import type { Projector } from '../kernel/kernel.ts';
import { heirOf } from '../registry/heir.ts';

/** The columns that say who somebody is. */
export const personColumns = (login: string, name: string, email: string | null) => ({
  login,
  login_key: nameKey(login),
  name,
  sort_key: personSortKey(name),
  search_fold: fold(`${name} ${login} ${email ?? ''}`),
  email,
});

/** Nobody is put into an organisation that has ended: the successor takes the person, or the role. */
const homeOf = async (trx: Trx, organisationId: string | null) =>
  organisationId === null ? null : heirOf(trx, organisationId);

/** Accounts and roles from the `system` stream; with an organisation that ends they go to its successor. */
export const projectAccounts: Projector = {
  async 'account.created'(trx, { payload: { accountId, login, name, organisationId, email, locale }, at }) {
    await trx
      .insertInto('account')
      .values({
        id: accountId,
        ...personColumns(login, name, email),
        organisation_id: await homeOf(trx, organisationId),
        locale,
        created_at: at,
        disabled_at: null,
        erased_at: null,
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
      .set({ ...personColumns(login, name, email), organisation_id: await homeOf(trx, organisationId) })
      .where('id', '=', accountId)
      .execute();
  },
  async 'account.disabled'(trx, { payload, at }) {
    await trx.updateTable('account').set({ disabled_at: at }).where('id', '=', payload.accountId).execute();
  },
  async 'account.enabled'(trx, { payload }) {
    await trx.updateTable('account').set({ disabled_at: null }).where('id', '=', payload.accountId).execute();
  },
  async 'account.erased'(trx, { payload, at }) {
    await trx.updateTable('account').set({ erased_at: at }).where('id', '=', payload.accountId).execute();
  },
  async 'account.locale_chosen'(trx, { payload }) {
    await trx.updateTable('account').set({ locale: payload.locale }).where('id', '=', payload.accountId).execute();
  },
  async 'role.granted'(trx, { payload: { accountId, role, organisationId }, at }) {
    await trx
      .insertInto('role_grant')
      .values({ user_id: accountId, role, organisation_id: await heirOf(trx, organisationId), granted_at: at })
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
  async 'organisation.closed'(trx, { payload: { organisationId, successorId } }) {
    if (successorId === null) return;
    await trx
      .updateTable('account')
      .set({ organisation_id: successorId })
      .where('organisation_id', '=', organisationId)
      .execute();
    const held = trx.selectFrom('role_grant').where('organisation_id', '=', organisationId);
    for (const grant of await held.selectAll().execute())
      await trx
        .insertInto('role_grant')
        .values({ ...grant, organisation_id: successorId })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await trx.deleteFrom('role_grant').where('organisation_id', '=', organisationId).execute();
  },
};
