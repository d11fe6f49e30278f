import { organisationCreate } from '../contract/organisations.ts';
import { nameFault } from '../domain/registry/organisation.ts';
import { command } from '../kernel/command.ts';
import { keptPath, siblingNamed } from './load-organisation.ts';
import { organisationFacts } from './organisation-facts.ts';

export const createOrganisation = command({
  operation: organisationCreate,
  stream: () => 'registry',
  async load(trx, { body, actor }) {
    await keptPath(trx, actor, body.parentId, ['parentId']);
    return { sameName: await siblingNamed(trx, body.parentId, body.name, null) };
  },
  decide: (state, { body, call: { id } }) =>
    nameFault(state, ['name']) ?? [
      { type: 'organisation.created', subject: id, payload: { organisationId: id, ...organisationFacts(body) } },
    ],
  answer: (_events, { call }) => ({ id: call.id }),
});
