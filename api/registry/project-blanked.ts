import type { Trx } from '#db/schema.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { lastAbout } from '../kernel/blank-entry.ts';
import { eventsAbout } from '../kernel/log.ts';
import type { Projector } from '../kernel/kernel.ts';
import { nameColumns, siblingKey } from './project-organisations.ts';
import { clusterColumns, teamColumns } from './project-response.ts';
import { systemColumns } from './project-systems.ts';

type Named = { name: string; shortName: string | null };

/** What an organisation is and was called, and what else is written about it, from all that is left of it in the log. */
async function organisationAgain(
  trx: Trx,
  {
    stream,
    payload: { organisationId },
  }: LoggedEvent<'organisation.created' | 'organisation.updated' | 'organisation.renamed'>,
): Promise<void> {
  const id = organisationId;
  let now: Named = { name: '', shortName: null };
  let facts: { code: string | null; domain: string | null; note: string | null } | undefined;
  const former = new Map<string, Named>();
  for (const { type, payload } of await eventsAbout(trx, stream, id)) {
    if (type === 'organisation.created' || type === 'organisation.updated') facts = payload;
    // Of two names given up on one day the first stays, as when they were recorded.
    if (type === 'organisation.renamed' && !former.has(payload.validFrom)) former.set(payload.validFrom, now);
    if (type === 'organisation.created' || type === 'organisation.renamed') now = payload;
  }
  const row = await trx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!facts || !row) return;
  const { code, domain, note } = facts;
  const sibling_key = row.valid_to === null ? siblingKey(row.parent_id, now.name, id) : null;
  await trx
    .updateTable('organisation')
    .set({ ...nameColumns(now.name, now.shortName, code), sibling_key, code, domain, note })
    .where('id', '=', id)
    .execute();
  for (const [validTo, { name, shortName }] of former)
    await trx
      .updateTable('organisation_name')
      .set({ name, short_name: shortName })
      .where('organisation_id', '=', id)
      .where('valid_to', '=', validTo)
      .execute();
}

const ofSystem = ['information_system.registered', 'information_system.updated'] as const;
const ofTeam = ['response_team.created', 'response_team.updated'] as const;
const ofCluster = ['cluster.created', 'cluster.updated'] as const;

async function systemAgain(trx: Trx, event: LoggedEvent<(typeof ofSystem)[number]>): Promise<void> {
  const last = (await lastAbout(trx, event, ofSystem)) ?? event;
  const { systemId, ...facts } = last.payload;
  // It may have been retired since.
  const { status: _status, updated_at: _at, ...columns } = systemColumns(facts, last.at);
  await trx.updateTable('information_system').set(columns).where('id', '=', systemId).execute();
}

async function teamAgain(trx: Trx, event: LoggedEvent<(typeof ofTeam)[number]>): Promise<void> {
  const { teamId, ...facts } = ((await lastAbout(trx, event, ofTeam)) ?? event).payload;
  await trx.updateTable('response_team').set(teamColumns(facts)).where('id', '=', teamId).execute();
}

async function clusterAgain(trx: Trx, event: LoggedEvent<(typeof ofCluster)[number]>): Promise<void> {
  const { clusterId, ...facts } = ((await lastAbout(trx, event, ofCluster)) ?? event).payload;
  await trx.updateTable('cluster').set(clusterColumns(facts)).where('id', '=', clusterId).execute();
}

/** What is left of texts that rows of the registry hold copies of. */
export const blankedRegistry: Projector = {
  'organisation.created': organisationAgain,
  'organisation.updated': organisationAgain,
  'organisation.renamed': organisationAgain,
  'response_team.created': teamAgain,
  'response_team.updated': teamAgain,
  'cluster.created': clusterAgain,
  'cluster.updated': clusterAgain,
  async 'information_system.linked'(trx, { stream, subject, payload: { systemId, toId, kind } }) {
    let note: string | null = null;
    for (const event of await eventsAbout(trx, stream, subject ?? ''))
      if (event.type === 'information_system.linked' && event.payload.toId === toId && event.payload.kind === kind)
        note = event.payload.note;
    const link = trx.updateTable('system_link').set({ note }).where('from_id', '=', systemId);
    await link.where('to_id', '=', toId).where('kind', '=', kind).execute();
  },
  'information_system.registered': systemAgain,
  'information_system.updated': systemAgain,
  async 'information_system.contact_set'(trx, { stream, subject, payload: { contactId } }) {
    let last: LoggedEvent<'information_system.contact_set'>['payload'] | undefined;
    for (const event of await eventsAbout(trx, stream, subject ?? ''))
      if (event.type === 'information_system.contact_set' && event.payload.contactId === contactId)
        last = event.payload;
    if (!last) return;
    const { name, duty, phone, email } = last;
    await trx.updateTable('system_contact').set({ name, duty, phone, email }).where('id', '=', contactId).execute();
  },
};
