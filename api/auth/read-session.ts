import { sessionRead } from '../contract/auth.ts';
import type { OutputOf } from '../contract/operation.ts';
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

type User = NonNullable<OutputOf<typeof sessionRead>['user']>;

/** Every page asks first: what was found lives as long as the remembered actor, that is until anything changes. */
const known = new WeakMap<Actor, Promise<User>>();

function userOf(actor: Actor, kernel: Kernel): Promise<User> {
  const user = known.get(actor) ?? findUser(actor, kernel);
  known.set(actor, user);
  return user;
}

async function findUser(
  { id, name, grants, seats, freshAt, mustChangePassword }: Actor,
  kernel: Kernel,
): Promise<User> {
  const row = await kernel.db.read
    .selectFrom('account')
    .leftJoin('organisation', 'organisation.id', 'account.organisation_id')
    .select([
      'account.login',
      'account.locale',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
    ])
    .where('account.id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id,
    login: row.login,
    name,
    locale: row.locale === 'en' ? 'en' : 'vi',
    organisation: row.organisationId === null ? null : { id: row.organisationId, name: row.organisationName ?? '' },
    grants: [...grants],
    seats: [...seats],
    freshAt,
    mustChangePassword,
  };
}

/** Whether anybody has an account yet. */
export async function hasAccounts(kernel: Kernel): Promise<boolean> {
  return (await kernel.db.read.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}
