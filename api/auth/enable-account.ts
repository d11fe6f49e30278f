import { accountEnable } from '../contract/people.ts';
import { command } from '../kernel/command.ts';
import { loadManaged } from './managed-account.ts';

export const enableAccount = command({
  operation: accountEnable,
  stream: () => 'system',
  load: (trx, { params, actor }) => loadManaged(trx, actor, params.account),
  decide: ({ id, disabledAt }) =>
    disabledAt === null ? [] : [{ type: 'account.enabled', subject: id, payload: { accountId: id } }],
  answer: () => ({ ok: true as const }),
});
