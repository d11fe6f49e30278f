import { sessionDelete } from '../contract/auth.ts';
import { command } from '../kernel/command.ts';
import type { AnswerHeaders } from '../kernel/command.ts';
import { noSessionCookie, sessionSecret } from './cookies.ts';
import { endSession } from './session.ts';

export const closeSession = command({
  operation: sessionDelete,
  stream: () => 'system',
  load: async () => null,
  decide: (_state, { actor }) =>
    actor.kind === 'user'
      ? [{ type: 'session.closed', subject: actor.id, payload: { accountId: actor.id, reason: 'signed_out' } }]
      : [],
  async effects(trx, _events, { call }) {
    const secret = sessionSecret(call.request);
    if (secret !== null) await endSession(trx, call.at, secret);
  },
  answer: () => ({ ok: true as const }),
  headers(_events, { call }): AnswerHeaders {
    return call.request ? { 'set-cookie': noSessionCookie(call.request) } : {};
  },
});
