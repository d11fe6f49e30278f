import { accountEndSessions } from '../contract/people.ts';
import { command } from '../kernel/command.ts';
import { loadManaged } from './managed-account.ts';
import { endSessionsOf } from './session.ts';

export const endAccountSessions = command({
  operation: accountEndSessions,
  stream: () => 'system',
  load: (trx, { params, actor }) => loadManaged(trx, actor, params.account),
  decide: ({ id }) => [{ type: 'session.closed', subject: id, payload: { accountId: id, reason: 'ended_by_admin' } }],
  effects: (trx, _events, { params }) => endSessionsOf(trx, params.account),
  answer: () => ({ ok: true as const }),
});
