import { organisationUpdate } from '../contract/organisations.ts';
import { command } from '../kernel/command.ts';
import { loadOrganisation } from './load-organisation.ts';
import { orNull } from './or-null.ts';

export const updateOrganisation = command({
  operation: organisationUpdate,
  stream: () => 'registry',
  load: (trx, { params, actor }) => loadOrganisation(trx, actor, params.organisation),
  decide: ({ id }, { body: { kind, code, domain, note } }) => [
    {
      type: 'organisation.updated',
      subject: id,
      payload: { organisationId: id, kind, code: orNull(code), domain: orNull(domain), note: orNull(note) },
    },
  ],
  answer: () => ({ ok: true as const }),
});
