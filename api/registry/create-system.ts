import { systemCreate } from '../contract/systems.ts';
import { command } from '../kernel/command.ts';
import { assertPlaces } from './load-system.ts';
import { systemFacts } from './system-facts.ts';

export const createSystem = command({
  operation: systemCreate,
  stream: () => 'registry',
  load: (trx, { body, actor }) => assertPlaces(trx, actor, body),
  decide: (_state, { body, call: { id } }) => [
    { type: 'information_system.registered', subject: id, payload: { systemId: id, ...systemFacts(body) } },
  ],
  answer: (_events, { call }) => ({ id: call.id }),
});
