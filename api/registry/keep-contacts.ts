import type { Trx } from '#db/schema.ts';
import { contactAdd, contactConfirm, contactRemove, contactSet } from '../contract/contacts.ts';
import { refuse } from '../domain/refusal.ts';
import { isoDate } from '../domain/zone.ts';
import { command } from '../kernel/command.ts';
import { coversSystem, findSystem, loadSystem } from './load-system.ts';

const done = () => ({ ok: true as const });

export const addContact = command({
  operation: contactAdd,
  stream: () => 'registry',
  async load(trx, { params, body, actor }) {
    await assertAccount(trx, body.accountId);
    return loadSystem(trx, actor, params.system);
  },
  decide: ({ id }, { body, call }) => [
    {
      type: 'information_system.contact_set',
      subject: id,
      payload: { systemId: id, contactId: call.id, ...body, confirmedOn: isoDate(call.at) },
    },
  ],
  answer: (_events, { call }) => ({ id: call.id }),
});

export const setContact = command({
  operation: contactSet,
  stream: () => 'registry',
  async load(trx, { params, body, actor }) {
    await assertAccount(trx, body.accountId);
    const system = await loadSystem(trx, actor, params.system);
    return { systemId: system.id, contactId: (await contactOf(trx, params)).id };
  },
  decide: (ids, { body, call }) => [
    {
      type: 'information_system.contact_set',
      subject: ids.systemId,
      payload: { ...ids, ...body, confirmedOn: isoDate(call.at) },
    },
  ],
  answer: done,
});

export const confirmContact = command({
  operation: contactConfirm,
  stream: () => 'registry',
  async load(trx, { params, actor }) {
    const system = await findSystem(trx, params.system);
    if (!system) throw refuse('not_found');
    const contact = await contactOf(trx, params);
    if (contact.account_id !== actor.id && !coversSystem(actor, ['admin', 'officer', 'head'], system))
      throw refuse('forbidden');
    return { systemId: system.id, contactId: contact.id };
  },
  decide: (ids, { call }) => [
    { type: 'information_system.contact_confirmed', subject: ids.systemId, payload: { ...ids, on: isoDate(call.at) } },
  ],
  answer: done,
});

export const removeContact = command({
  operation: contactRemove,
  stream: () => 'registry',
  async load(trx, { params, actor }) {
    const system = await loadSystem(trx, actor, params.system);
    return { systemId: system.id, contactId: (await contactOf(trx, params)).id };
  },
  decide: (ids) => [{ type: 'information_system.contact_removed', subject: ids.systemId, payload: ids }],
  answer: done,
});

async function contactOf(trx: Trx, { system, contact }: { system: string; contact: string }) {
  const row = await trx
    .selectFrom('system_contact')
    .select(['id', 'account_id'])
    .where('id', '=', contact)
    .where('system_id', '=', system)
    .executeTakeFirst();
  if (!row) throw refuse('not_found');
  return row;
}

async function assertAccount(trx: Trx, id: string | null): Promise<void> {
  if (id !== null && !(await trx.selectFrom('account').select('id').where('id', '=', id).executeTakeFirst()))
    throw refuse('request.invalid', {}, [{ path: ['accountId'], code: 'not_found' }]);
}
