import { accountDisable } from '../contract/people.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { assertNotLastAdmin, loadManaged } from './managed-account.ts';
import { endSessionsOf } from './session.ts';

export const disableAccount = command({
  operation: accountDisable,
  stream: () => 'system',
  async load(trx, { params, actor }) {
    const account = await loadManaged(trx, actor, params.account);
    if (account.id === actor.id) throw refuse('account.self');
    await assertNotLastAdmin(trx, account);
    return account;
  },
  decide: ({ id, disabledAt }, { body }) =>
    disabledAt === null
      ? [{ type: 'account.disabled', subject: id, payload: { accountId: id, reason: body.reason } }]
      : [],
  effects: (trx, _events, { params }) => endSessionsOf(trx, params.account),
  answer: () => ({ ok: true as const }),
});
