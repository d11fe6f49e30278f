import { passwordChange } from '../contract/auth.ts';
import { command } from '../kernel/command.ts';
import { checkOwnPassword } from './check-password.ts';
import { currentSessionHash } from './cookies.ts';
import { setCredential } from './credential.ts';
import { assertStrong, hashPassword } from './password.ts';
import { endSessionsOf, freshenSession } from './session.ts';

export const changePassword = command({
  operation: passwordChange,
  unrecorded: true,
  stream: () => 'system',
  async prepare({ body, actor, call }, kernel) {
    const person = await checkOwnPassword(kernel, call, actor.id, body.current);
    assertStrong(body.password, person);
    return hashPassword(body.password);
  },
  load: async () => null,
  decide: (_state, { actor }) => [
    { type: 'account.password_changed', subject: actor.id, payload: { accountId: actor.id, mustChange: false } },
  ],
  async effects(trx, _events, { actor, call }, verifier) {
    await setCredential(trx, actor.id, verifier, false, call.at);
    const current = currentSessionHash(call.request);
    await endSessionsOf(trx, actor.id, current);
    if (current !== null) await freshenSession(trx, call.at, current);
  },
  answer: () => ({ ok: true as const }),
});
