import type { Kernel } from '../kernel/kernel.ts';
import { createAccount } from '../auth/create-account.ts';
import { disableAccount } from '../auth/disable-account.ts';
import { grantRole } from '../auth/grant-role.ts';
import { resetPassword } from '../auth/reset-password.ts';
import { accountCreate, accountDisable, accountResetPassword, roleGrant } from '../contract/people.ts';
import { organisationRoles } from '../domain/actor.ts';
import { nameKey } from '../domain/name.ts';
import { refuse } from '../domain/refusal.ts';
import { act } from '../seed/console.ts';
import { argument, option, UsageError } from './command.ts';
import type { CliCommand, Given } from './command.ts';
import { withRuntime } from './with-runtime.ts';

export const user: CliCommand = {
  usage:
    'list | create LOGIN --name NAME [--role ROLE --organisation ID|*] | reset LOGIN | disable LOGIN [--reason TEXT]',
  options: {
    name: { type: 'string' },
    role: { type: 'string' },
    organisation: { type: 'string' },
    reason: { type: 'string' },
  },
  async run(given) {
    const verb = argument(given, 0);
    if (!Object.hasOwn(verbs, verb)) throw new UsageError();
    return withRuntime(given.env, ({ kernel }) => verbs[verb as keyof typeof verbs](kernel, given));
  },
};

const verbs = {
  async list(kernel: Kernel, { say }: Given) {
    const accounts = await kernel.db.read.selectFrom('account').selectAll().orderBy('login').execute();
    const grants = await kernel.db.read.selectFrom('role_grant').selectAll().orderBy('role').execute();
    for (const { id, login, name, disabled_at } of accounts) {
      const roles = grants
        .filter((grant) => grant.user_id === id)
        .map(({ role, organisation_id }) => `${role}@${organisation_id}`);
      say(disabled_at === null ? 'user.line' : 'user.disabled_line', { login, name, roles: roles.join(' ') });
    }
    return 0;
  },
  async create(kernel: Kernel, given: Given) {
    const name = option(given, 'name');
    const role = organisationRoles.find((one) => one === option(given, 'role'));
    if (name === undefined || (option(given, 'role') !== undefined && !role)) throw new UsageError();
    const organisation = option(given, 'organisation');
    if (role !== undefined && role !== 'admin' && organisation === undefined) {
      given.say('user.organisation', { role });
      return 2;
    }
    const organisationId = organisation === '*' ? null : (organisation ?? null);
    const body = { login: argument(given, 1), name, organisationId };
    const { id, login, temporaryPassword } = await act(kernel, createAccount, accountCreate, { body });
    if (role)
      await act(kernel, grantRole, roleGrant, {
        params: { account: id },
        body: { role, organisationId: organisationId ?? '*' },
      });
    given.say('user.password', { login, password: temporaryPassword });
    return 0;
  },
  async reset(kernel: Kernel, given: Given) {
    const params = { account: await accountOf(kernel, given) };
    const { login, temporaryPassword } = await act(kernel, resetPassword, accountResetPassword, { params });
    given.say('user.password', { login, password: temporaryPassword });
    return 0;
  },
  async disable(kernel: Kernel, given: Given) {
    const params = { account: await accountOf(kernel, given) };
    await act(kernel, disableAccount, accountDisable, { params, body: { reason: option(given, 'reason') ?? '' } });
    given.say('user.disabled', { login: argument(given, 1) });
    return 0;
  },
};

async function accountOf(kernel: Kernel, given: Given): Promise<string> {
  const row = await kernel.db.read
    .selectFrom('account')
    .select('id')
    .where('login_key', '=', nameKey(argument(given, 1)))
    .executeTakeFirst();
  if (!row) throw refuse('not_found');
  return row.id;
}
