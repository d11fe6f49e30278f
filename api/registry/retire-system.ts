import { systemRetire } from '../contract/systems.ts';
import { refuse } from '../domain/refusal.ts';
import { dateFault } from '../domain/registry/organisation.ts';
import { command } from '../kernel/command.ts';
import { findSystem, loadSystem } from './load-system.ts';

export const retireSystem = command({
  operation: systemRetire,
  stream: () => 'registry',
  async load(trx, { params, body, actor }) {
    const { successorId } = body;
    if (successorId !== null && (successorId === params.system || !(await findSystem(trx, successorId))))
      throw refuse('request.invalid', {}, [{ path: ['successorId'], code: 'not_found' }]);
    return loadSystem(trx, actor, params.system);
  },
  decide: ({ id, name, status }, { body, call }) =>
    status === 'retired'
      ? refuse('system.retired', { name })
      : (dateFault(body.on, { validFrom: null }, call.at, 'on') ?? [
          { type: 'information_system.retired', subject: id, payload: { systemId: id, ...body } },
        ]),
  answer: () => ({ ok: true as const }),
});
