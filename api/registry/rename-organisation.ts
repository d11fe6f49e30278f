import { organisationRename } from '../contract/organisations.ts';
import { refuse } from '../domain/refusal.ts';
import { dateFault, nameFault } from '../domain/registry/organisation.ts';
import { command } from '../kernel/command.ts';
import { loadOrganisation } from './load-organisation.ts';
import { orNull } from './or-null.ts';

export const renameOrganisation = command({
  operation: organisationRename,
  stream: () => 'registry',
  load: (trx, { params, body, actor }) => loadOrganisation(trx, actor, params.organisation, body.name),
  decide(state, { body: { name, shortName, validFrom }, call }) {
    if (state.validTo !== null) return refuse('organisation.closed', { name: state.name });
    const payload = { organisationId: state.id, name, shortName: orNull(shortName), validFrom };
    return (
      dateFault(validFrom, state, call.at, 'validFrom') ??
      nameFault(state, ['name']) ?? [{ type: 'organisation.renamed', subject: state.id, payload }]
    );
  },
  answer: () => ({ ok: true as const }),
});
