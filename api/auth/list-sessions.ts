import { sessionList } from '../contract/auth.ts';
import { query } from '../kernel/query.ts';
import { currentSessionHash } from './cookies.ts';

export const listSessions = query({
  operation: sessionList,
  async run({ actor, call }, kernel) {
    const current = currentSessionHash(call.request);
    const rows = await kernel.db.read
      .selectFrom('session')
      .selectAll()
      .where('user_id', '=', actor.id)
      .where('expires_at', '>', call.at)
      .orderBy('created_at', 'desc')
      .limit(200)
      .execute();
    return {
      items: rows.map((row) => ({
        id: row.id_hash,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        expiresAt: row.expires_at,
        address: row.address,
        agent: row.agent,
        current: row.id_hash === current,
      })),
    };
  },
});
