import { organisationMove } from '../contract/organisations.ts';
import { movingFault } from '../domain/registry/organisation.ts';
import { command } from '../kernel/command.ts';
import { keptPath, loadOrganisation, siblingNamed } from './load-organisation.ts';

const admin = ['admin'] as const;

/** Whoever moves it must administer both places: roles above it change with them. */
export const moveOrganisation = command({
  operation: organisationMove,
  stream: () => 'registry',
  async load(trx, { params, body: { parentId }, actor }) {
    const state = await loadOrganisation(trx, actor, params.organisation, undefined, admin);
    const path = await keptPath(trx, actor, parentId, ['parentId'], admin);
    const parent = parentId === null ? null : await loadOrganisation(trx, actor, parentId, undefined, admin);
    const sameName = await siblingNamed(trx, parentId, state.name, state.id);
    return { ...state, sameName, parent, belowItself: path.split('/').includes(state.id) };
  },
  decide: (state, { body: { parentId, validFrom }, call }) =>
    movingFault(state, validFrom, call.at) ??
    (state.parentId === parentId
      ? []
      : [
          {
            type: 'organisation.moved',
            subject: state.id,
            payload: { organisationId: state.id, parentId, validFrom },
          },
        ]),
  answer: () => ({ ok: true as const }),
});
