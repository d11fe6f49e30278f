import { accountRead } from '../contract/people.ts';
import type { OrganisationRole } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { coversOrganisation, nowhere } from '../domain/registry/covers.ts';
import { query } from '../kernel/query.ts';
import { accountViewers } from './list-accounts.ts';
import { revisionOf } from '../kernel/revision.ts';

export const readAccount = query({
  operation: accountRead,
  async run({ params, actor, call }, { db: { read } }) {
    const row = await read
      .selectFrom('account')
      .leftJoin('organisation', 'organisation.id', 'account.organisation_id')
      .leftJoin('credential', 'credential.user_id', 'account.id')
      .select(['account.id', 'login', 'account.name', 'email', 'locale', 'created_at', 'disabled_at', 'erased_at'])
      .select('must_change')
      .select(['organisation.id as organisationId', 'organisation.name as organisationName', 'organisation.path'])
      .where('account.id', '=', params.account)
      .executeTakeFirst();
    if (!row || !coversOrganisation(actor, accountViewers, row.path ?? nowhere)) throw refuse('not_found');
    const grants = await read
      .selectFrom('role_grant')
      .leftJoin('organisation', 'organisation.id', 'organisation_id')
      .select(['role', 'organisation_id', 'granted_at', 'organisation.name'])
      .where('user_id', '=', row.id)
      .orderBy('granted_at')
      .execute();
    const used = await read
      .selectFrom('session')
      .select(({ fn }) => [fn.countAll<number>().as('open'), fn.max('seen_at').as('last')])
      .where('user_id', '=', row.id)
      .where('expires_at', '>', call.at)
      .executeTakeFirstOrThrow();
    return {
      id: row.id,
      login: row.login,
      name: row.name,
      email: row.email,
      locale: row.locale === 'en' ? ('en' as const) : ('vi' as const),
      organisation: row.organisationId === null ? null : { id: row.organisationId, name: row.organisationName ?? '' },
      roles: [...new Set(grants.map(({ role }) => role as OrganisationRole))],
      createdAt: row.created_at,
      disabledAt: row.disabled_at,
      erasedAt: row.erased_at,
      mustChangePassword: row.must_change === 1,
      grants: grants.map(({ role, organisation_id, granted_at, name }) => ({
        role: role as OrganisationRole,
        everywhere: organisation_id === '*',
        grantedAt: granted_at,
        organisation: organisation_id === '*' ? null : { id: organisation_id, name: name ?? '' },
      })),
      sessions: Number(used.open),
      revision: await revisionOf(read, 'account.updated', row.id),
      lastSeenAt: used.last === null ? null : Number(used.last),
    };
  },
});
