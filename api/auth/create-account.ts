import { accountCreate } from '../contract/people.ts';
import { command } from '../kernel/command.ts';
import { setCredential } from './credential.ts';
import { assertLoginFree } from './login.ts';
import { assertAdministers } from './managed-account.ts';
import { newTemporary } from './temporary.ts';

export const createAccount = command({
  operation: accountCreate,
  unrecorded: true,
  stream: () => 'system',
  prepare: () => newTemporary(),
  async load(trx, { body, actor }) {
    await assertAdministers(trx, actor, body.organisationId);
    await assertLoginFree(trx, body.login);
  },
  decide: (_state, { body: { login, name, email, organisationId, locale }, call: { id } }) => [
    {
      type: 'account.created',
      subject: id,
      payload: { accountId: id, login, name, organisationId, email: email === '' ? null : email, locale },
    },
  ],
  effects: (trx, _events, { call }, { verifier }) => setCredential(trx, call.id, verifier, true, call.at),
  answer: (_events, { body, call }, _state, { temporaryPassword }) => ({
    id: call.id,
    login: body.login,
    temporaryPassword,
  }),
});
