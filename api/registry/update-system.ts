import { systemUpdate } from '../contract/systems.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { assertPlaces, loadSystem } from './load-system.ts';
import { systemFacts } from './system-facts.ts';

export const updateSystem = command({
  operation: systemUpdate,
  stream: () => 'registry',
  async load(trx, { params, body, actor }) {
    const system = await loadSystem(trx, actor, params.system);
    // Who operates a system for another may correct it, but not give it away.
    if (body.ownerId !== system.owner_id || body.operatorId !== system.operator_id)
      await assertPlaces(trx, actor, body);
    return system;
  },
  decide(system, { body }) {
    if (system.status === 'retired') return refuse('system.retired', { name: system.name });
    if (body.updatedAt !== system.updated_at) return refuse('conflict.stale');
    return [
      {
        type: 'information_system.updated',
        subject: system.id,
        payload: { systemId: system.id, ...systemFacts(body) },
      },
    ];
  },
  answer: () => ({ ok: true as const }),
});
