import { sessionEnd } from '../contract/auth.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';

export const endOwnSession = command({
  operation: sessionEnd,
  stream: () => 'system',
  async load(trx, { params, actor }) {
    const row = await trx
      .selectFrom('session')
      .select('id_hash')
      .where('id_hash', '=', params.session)
      .where('user_id', '=', actor.id)
      .executeTakeFirst();
    if (!row) throw refuse('not_found');
    return row;
  },
  decide: (_row, { actor }) => [
    { type: 'session.closed', subject: actor.id, payload: { accountId: actor.id, reason: 'ended_by_owner' } },
  ],
  async effects(trx, _events, { params }) {
    await trx.deleteFrom('session').where('id_hash', '=', params.session).execute();
  },
  answer: () => ({ ok: true as const }),
});
