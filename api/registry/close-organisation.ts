import { organisationClose } from '../contract/organisations.ts';
import { closingFault, dateFault } from '../domain/registry/organisation.ts';
import { command } from '../kernel/command.ts';
import { loadOrganisation } from './load-organisation.ts';

export const closeOrganisation = command({
  operation: organisationClose,
  stream: () => 'registry',
  load: (trx, { params, actor }) => loadOrganisation(trx, actor, params.organisation, undefined, ['admin']),
  decide: (state, { body: { validTo }, call }) =>
    dateFault(validTo, state, call.at, 'validTo') ??
    closingFault(state, false) ?? [
      {
        type: 'organisation.closed',
        subject: state.id,
        payload: { organisationId: state.id, validTo, successorId: null },
      },
    ],
  answer: () => ({ ok: true as const }),
});
