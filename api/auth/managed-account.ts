import type { Trx } from '#db/schema.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { nowhere } from '../domain/registry/covers.ts';
import { isChiefAdmin, mayManage } from '../domain/system/manage.ts';
import type { ManagedAccount } from '../domain/system/manage.ts';
import { organisationPath } from '../registry/organisation-path.ts';

/** An account that the actor may manage; anyone else's does not exist. Throws `account.erased`: of such a one nothing is left to manage. */
export async function loadManaged(trx: Trx, actor: Actor, id: string): Promise<ManagedAccount> {
  const row = await trx
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.id', 'account.organisation_id')
    .select(['account.id', 'login', 'account.name', 'email', 'organisation_id', 'disabled_at', 'erased_at'])
    .select('organisation.path')
    .where('account.id', '=', id)
    .executeTakeFirst();
  if (!row) throw refuse('not_found');
  const grants = await trx
    .selectFrom('role_grant')
    .leftJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .select(['role', 'organisation_id', 'path'])
    .where('user_id', '=', id)
    .execute();
  const account = {
    id: row.id,
    login: row.login,
    name: row.name,
    email: row.email,
    organisationId: row.organisation_id,
    path: row.path ?? nowhere,
    disabledAt: row.disabled_at,
    held: grants.map(({ role, organisation_id, path }) => ({
      role: role as OrganisationRole,
      organisationId: organisation_id,
      path: path ?? nowhere,
    })),
  };
  if (!mayManage(actor, account)) throw refuse('not_found');
  if (row.erased_at !== null) throw refuse('account.erased');
  return account;
}

/** Refuses when without this account nobody would administer everything. */
export async function assertNotLastAdmin(trx: Trx, account: ManagedAccount): Promise<void> {
  if (!isChiefAdmin(account)) return;
  const other = await trx
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.user_id')
    .select('account.id')
    .where('role', '=', 'admin')
    .where('role_grant.organisation_id', '=', '*')
    .where('disabled_at', 'is', null)
    .where('account.id', '!=', account.id)
    .limit(1)
    .executeTakeFirst();
  if (!other) throw refuse('account.last_admin');
}

/** The path of an organisation or `*` (everywhere), which the actor must administer. */
export async function assertAdministers(trx: Trx, actor: Actor, organisationId: string | null): Promise<void> {
  const path =
    organisationId === null || organisationId === '*' ? nowhere : await organisationPath(trx, organisationId);
  if (path === undefined) throw refuse('not_found');
  if (!mayManage(actor, { path, held: [] })) throw refuse('forbidden');
}
