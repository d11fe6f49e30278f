import type { Trx } from '#db/schema.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { lastAbout } from '../kernel/blank-entry.ts';
import { eventsAbout } from '../kernel/log.ts';
import type { Projector } from '../kernel/kernel.ts';

async function organisationAgain(trx: Trx, event: LoggedEvent<'organisation.created' | 'organisation.updated'>) {
  const last = await lastAbout(trx, event, ['organisation.created', 'organisation.updated']);
  const { note, organisationId } = (last ?? event).payload;
  await trx.updateTable('organisation').set({ note }).where('id', '=', organisationId).execute();
}

type SystemEvent = LoggedEvent<'information_system.registered' | 'information_system.updated'>;

async function systemAgain(trx: Trx, event: SystemEvent): Promise<void> {
  const last = await lastAbout(trx, event, ['information_system.registered', 'information_system.updated']);
  const { description, usersNote, note, systemId } = (last ?? event).payload;
  await trx
    .updateTable('information_system')
    .set({ description, users_note: usersNote, note })
    .where('id', '=', systemId)
    .execute();
}

async function teamAgain(trx: Trx, event: LoggedEvent<'response_team.created' | 'response_team.updated'>) {
  const last = await lastAbout(trx, event, ['response_team.created', 'response_team.updated']);
  const { note, teamId } = (last ?? event).payload;
  await trx.updateTable('response_team').set({ note }).where('id', '=', teamId).execute();
}

async function clusterAgain(trx: Trx, event: LoggedEvent<'cluster.created' | 'cluster.updated'>): Promise<void> {
  const last = await lastAbout(trx, event, ['cluster.created', 'cluster.updated']);
  const { note, clusterId } = (last ?? event).payload;
  await trx.updateTable('cluster').set({ note }).where('id', '=', clusterId).execute();
}

/** What is left of texts that rows of the registry hold copies of. */
export const blankedRegistry: Projector = {
  'organisation.created': organisationAgain,
  'organisation.updated': organisationAgain,
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
