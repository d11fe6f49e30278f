import { sessionRefresh } from '../contract/auth.ts';
import { command } from '../kernel/command.ts';
import { checkOwnPassword } from './check-password.ts';
import { currentSessionHash } from './cookies.ts';
import { freshenSession } from './session.ts';

export const refreshSession = command({
  operation: sessionRefresh,
  unrecorded: true,
  stream: () => 'system',
  prepare: ({ body, actor, call }, kernel) => checkOwnPassword(kernel, call, actor.id, body.password),
  load: async () => null,
  decide: () => [],
  async effects(trx, _events, { call }) {
    const hash = currentSessionHash(call.request);
    if (hash !== null) await freshenSession(trx, call.at, hash);
  },
  answer: (_events, { call }) => ({ freshAt: call.at }),
});
