import { sessionCreate } from '../contract/auth.ts';
import { nameKey } from '../domain/name.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { checkPassword } from './check-password.ts';
import { newSecrets, signIn, signInHeaders } from './sign-in.ts';

export const openSession = command({
  operation: sessionCreate,
  unrecorded: true,
  stream: () => 'system',
  async prepare({ body, call }, kernel) {
    const { id, deviceIsKnown } = await checkPassword(kernel, call, body.login, body.password);
    return { userId: id, secrets: newSecrets(deviceIsKnown) };
  },
  // Between the proof and the lock the account may have been disabled.
  load: (trx, { body }) =>
    trx
      .selectFrom('account')
      .leftJoin('credential', 'credential.user_id', 'account.id')
      .select(['account.disabled_at', 'credential.must_change'])
      .where('login_key', '=', nameKey(body.login))
      .executeTakeFirst(),
  decide: (account, { call }, { userId }) =>
    !account || account.disabled_at !== null
      ? refuse('session.credentials')
      : [{ type: 'session.opened', subject: userId, payload: { accountId: userId, address: call.address } }],
  effects: (trx, _events, { call }, { userId, secrets }) => signIn(trx, call, userId, secrets),
  answer: (_events, _args, account, { userId }) => ({ userId, mustChangePassword: account?.must_change === 1 }),
  headers: (_events, { call }, { secrets }) => signInHeaders(call, secrets),
});
