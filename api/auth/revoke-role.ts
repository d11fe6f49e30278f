import { roleRevoke } from '../contract/people.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { assertNotLastAdmin, loadManaged } from './managed-account.ts';

export const revokeRole = command({
  operation: roleRevoke,
  stream: () => 'system',
  async load(trx, { params, body, actor }) {
    const account = await loadManaged(trx, actor, params.account);
    if (body.role === 'admin' && account.id === actor.id) throw refuse('account.self');
    if (body.role === 'admin' && body.organisationId === '*') await assertNotLastAdmin(trx, account);
    return account;
  },
  decide({ id, held }, { body }) {
    const known = held.some(({ role, organisationId }) => role === body.role && organisationId === body.organisationId);
    return known ? [{ type: 'role.revoked', subject: id, payload: { accountId: id, ...body } }] : [];
  },
  answer: () => ({ ok: true as const }),
});
