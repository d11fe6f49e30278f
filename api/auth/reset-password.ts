import { accountResetPassword } from '../contract/people.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { setCredential } from './credential.ts';
import { loadManaged } from './managed-account.ts';
import { endSessionsOf } from './session.ts';
import { newTemporary } from './temporary.ts';

export const resetPassword = command({
  operation: accountResetPassword,
  unrecorded: true,
  stream: () => 'system',
  prepare: () => newTemporary(),
  async load(trx, { params, actor }) {
    // One's own password is changed by knowing it.
    if (params.account === actor.id) throw refuse('account.self');
    return loadManaged(trx, actor, params.account);
  },
  decide: ({ id }) => [{ type: 'account.password_changed', subject: id, payload: { accountId: id, mustChange: true } }],
  async effects(trx, _events, { params, call }, { verifier }) {
    await setCredential(trx, params.account, verifier, true, call.at);
    await endSessionsOf(trx, params.account);
    // Whoever knew the old password may be why it was reset.
    await trx.deleteFrom('device').where('user_id', '=', params.account).execute();
  },
  answer: (_events, _args, { id, login }, { temporaryPassword }) => ({ id, login, temporaryPassword }),
});
