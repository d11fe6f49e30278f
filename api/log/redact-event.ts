import type { Trx } from '#db/schema.ts';
import { eventRedact } from '../contract/log.ts';
import { redact } from '../domain/redaction.ts';
import { refuse } from '../domain/refusal.ts';
import { coversOrganisation, nowhere } from '../domain/registry/covers.ts';
import { command } from '../kernel/command.ts';
import { organisationPath } from '../registry/organisation-path.ts';
import { blankEntries, entryAt, held } from './blank-entries.ts';

export const redactEvent = command({
  operation: eventRedact,
  stream: ({ body }) => body.stream,
  async load(trx, { body: { stream, seq }, actor }) {
    const path = await pathOf(trx, stream);
    const row = await entryAt(trx, stream, seq);
    if (path === undefined || !coversOrganisation(actor, ['admin'], path) || !row) throw refuse('not_found');
    return held(row);
  },
  decide: (entry, { body }) => redact(entry, body.reason, body.texts),
  effects: blankEntries,
  answer: () => ({ ok: true as const }),
});

/** Where the organisation lies whose log this is; accounts and the registry are about everyone. */
async function pathOf(trx: Trx, stream: string): Promise<string | undefined> {
  const [kind, id = ''] = stream.split(':');
  if (kind === 'incident') return organisationPath(trx, id);
  if (kind !== 'drill') return nowhere;
  const drill = await trx.selectFrom('drill').select('host_organisation_id').where('id', '=', id).executeTakeFirst();
  return drill && organisationPath(trx, drill.host_organisation_id);
}
