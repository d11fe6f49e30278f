import { systemLink, systemUnlink } from '../contract/systems.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { findSystem, loadSystem } from './load-system.ts';
import { orNull } from './or-null.ts';

export const linkSystems = command({
  operation: systemLink,
  stream: () => 'registry',
  async load(trx, { params, body, actor }) {
    const system = await loadSystem(trx, actor, params.system);
    if (!(await findSystem(trx, body.toId)))
      throw refuse('request.invalid', {}, [{ path: ['toId'], code: 'not_found' }]);
    return system;
  },
  decide: ({ id }, { body: { toId, kind, note } }) =>
    id === toId
      ? refuse('system.link_self')
      : [{ type: 'information_system.linked', subject: id, payload: { systemId: id, toId, kind, note: orNull(note) } }],
  answer: () => ({ ok: true as const }),
});

export const unlinkSystems = command({
  operation: systemUnlink,
  stream: () => 'registry',
  async load(trx, { params, body, actor }) {
    const system = await loadSystem(trx, actor, params.system);
    const link = await trx
      .selectFrom('system_link')
      .select('to_id')
      .where('from_id', '=', system.id)
      .where('to_id', '=', body.toId)
      .where('kind', '=', body.kind)
      .executeTakeFirst();
    return { id: system.id, linked: link !== undefined };
  },
  decide: ({ id, linked }, { body }) =>
    linked ? [{ type: 'information_system.unlinked', subject: id, payload: { systemId: id, ...body } }] : [],
  answer: () => ({ ok: true as const }),
});
