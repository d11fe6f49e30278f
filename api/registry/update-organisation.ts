import { organisationUpdate } from '../contract/organisations.ts';
import { command } from '../kernel/command.ts';
import { loadOrganisation } from './load-organisation.ts';
import { orNull } from './or-null.ts';
import { assertSeen } from '../kernel/revision.ts';

export const updateOrganisation = command({
  operation: organisationUpdate,
  stream: () => 'registry',
  async load(trx, { params, body, actor }) {
    const organisation = await loadOrganisation(trx, actor, params.organisation);
    await assertSeen(trx, 'organisation.updated', organisation.id, body.revision);
    return organisation;
  },
  decide: ({ id }, { body: { kind, code, domain, note } }) => [
    {
      type: 'organisation.updated',
      subject: id,
      payload: { organisationId: id, kind, code: orNull(code), domain: orNull(domain), note: orNull(note) },
    },
  ],
  answer: () => ({ ok: true as const }),
});
