import { sessionRead } from '../contract/auth.ts';
import type { Actor } from '../domain/actor.ts';
import { query } from '../kernel/query.ts';
import type { Kernel } from '../kernel/kernel.ts';

export const readSession = query({
  operation: sessionRead,
  async run({ actor }, kernel) {
    const user = actor.kind === 'user' ? await userOf(actor, kernel) : null;
    return { user, mode: kernel.mode, setupNeeded: user === null && !(await hasAccounts(kernel)) };
  },
});

async function userOf(actor: Actor, kernel: Kernel) {
  const row = await kernel.db.read.selectFrom('account').leftJoin('organisation', 'organisation.id', 'account.organisation_id')
    .select(['account.login', 'account.locale', 'organisation.id as organisationId', 'organisation.name as organisationName'])
    .where('account.id', '=', actor.id).executeTakeFirstOrThrow();
  const { id, name, grants, seats, freshAt, mustChangePassword } = actor;
  return {
    id, login: row.login, name, locale: row.locale === 'en' ? ('en' as const) : ('vi' as const),
    organisation: row.organisationId === null ? null : { id: row.organisationId, name: row.organisationName ?? '' },
    grants: [...grants], seats: [...seats], freshAt, mustChangePassword,
  };
}

/** Whether anybody has an account yet. */
export async function hasAccounts(kernel: Kernel): Promise<boolean> {
  return (await kernel.db.read.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}
