import { roleGrant } from '../contract/people.ts';
import { command } from '../kernel/command.ts';
import { assertAdministers, loadManaged } from './managed-account.ts';

export const grantRole = command({
  operation: roleGrant,
  stream: () => 'system',
  async load(trx, { params, body, actor }) {
    await assertAdministers(trx, actor, body.organisationId);
    return loadManaged(trx, actor, params.account);
  },
  decide({ id, held }, { body }) {
    const known = held.some(({ role, organisationId }) => role === body.role && organisationId === body.organisationId);
    return known ? [] : [{ type: 'role.granted', subject: id, payload: { accountId: id, ...body } }];
  },
  answer: () => ({ ok: true as const }),
});
