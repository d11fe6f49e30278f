import { accountUpdate } from '../contract/people.ts';
import { command } from '../kernel/command.ts';
import { assertAdministers, loadManaged } from './managed-account.ts';
import { assertSeen } from '../kernel/revision.ts';

export const updateAccount = command({
  operation: accountUpdate,
  stream: () => 'system',
  async load(trx, { params, body, actor }) {
    const account = await loadManaged(trx, actor, params.account);
    await assertSeen(trx, 'account.updated', account.id, body.revision);
    if (body.organisationId !== account.organisationId) await assertAdministers(trx, actor, body.organisationId);
    return account;
  },
  decide(account, { body }) {
    const email = body.email === '' ? null : body.email;
    const same =
      account.name === body.name && account.email === email && account.organisationId === body.organisationId;
    if (same) return [];
    const payload = { accountId: account.id, name: body.name, email, organisationId: body.organisationId };
    return [{ type: 'account.updated', subject: account.id, payload }];
  },
  answer: () => ({ ok: true as const }),
});
