import type { Trx } from '#db/schema.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { eventsAbout } from '../kernel/log.ts';
import type { Projector } from '../kernel/kernel.ts';
import { personColumns } from './project.ts';

/** Who somebody is, made anew from what is left in the log. */
async function nameAgain(trx: Trx, { stream, payload }: LoggedEvent<'account.created' | 'account.updated'>) {
  const { accountId } = payload;
  const person = { login: '', name: '', email: null as string | null };
  for (const event of await eventsAbout(trx, stream, accountId))
    if (event.type === 'account.created' || event.type === 'account.updated') {
      const { name, email } = event.payload;
      Object.assign(person, { name, email }, event.type === 'account.created' && { login: event.payload.login });
    }
  await trx
    .updateTable('account')
    .set(personColumns(person.login, person.name, person.email))
    .where('id', '=', accountId)
    .execute();
}

export const blankedAccounts: Projector = { 'account.created': nameAgain, 'account.updated': nameAgain };
