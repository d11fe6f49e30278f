import { accountErase } from '../contract/people.ts';
import { redactAll } from '../domain/redaction.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { blankEntries, held } from '../log/blank-entries.ts';
import { entriesNaming } from './entries-naming.ts';
import { loadManaged } from './managed-account.ts';
import { endSessionsOf } from './session.ts';

/** Takes a person out of the log of accounts at once; a job follows for the other logs that carry the name. */
export const eraseAccount = command({
  operation: accountErase,
  stream: () => 'system',
  async load(trx, { params, actor }) {
    const { id, disabledAt } = await loadManaged(trx, actor, params.account);
    if (disabledAt === null) throw refuse('account.open');
    return { id, entries: await entriesNaming(trx, 'system', id) };
  },
  decide: ({ id, entries }, { body }) => [
    ...redactAll(entries.map(held), id, body.reason),
    { type: 'account.erased', subject: id, payload: { accountId: id } },
  ],
  async effects(trx, events, { params: { account } }) {
    await blankEntries(trx, events);
    await endSessionsOf(trx, account);
    await trx.deleteFrom('credential').where('user_id', '=', account).execute();
    await trx.deleteFrom('device').where('user_id', '=', account).execute();
  },
  jobs: (_events, { params, body }) => [
    { kind: 'account.forget', payload: { accountId: params.account, reason: body.reason } },
  ],
  answer: () => ({ ok: true as const }),
});
