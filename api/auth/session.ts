import { Lucia, TimeSpan } from 'lucia';
import type { Adapter, DatabaseSession } from 'lucia';
import type { Read, Trx } from '#db/schema.ts';
import type { SessionTable } from '#db/schema/identity.ts';
import { sha256 } from '../kernel/ids.ts';
import type { Kernel } from '../kernel/kernel.ts';

// The only file that knows lucia.

const idle = 8 * 3_600_000;
const absolute = 24 * 3_600_000;
/** A session notes that it was used at most this often. */
const touchEvery = 60_000;

interface Facts {
  address: string;
  agent: string;
  freshAt: number;
  seenAt: number;
}

declare module 'lucia' {
  interface Register {
    DatabaseSessionAttributes: Facts;
  }
}

interface Store {
  read: Read | Trx;
  write<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  now: number;
}

const within = (trx: Trx, now: number): Store => ({ read: trx, write: (work) => work(trx), now });
const library = (store: Store) => new Lucia(adapter(store), { sessionExpiresIn: new TimeSpan(idle, 'ms') });

export interface ValidSession {
  userId: string;
  freshAt: number;
}

/** The session behind a cookie's secret, or null when it never was, was ended, expired, or its account is disabled. */
export async function validateSession(kernel: Kernel, secret: string): Promise<ValidSession | null> {
  const store: Store = { read: kernel.db.read, write: (work) => kernel.db.transact(work), now: kernel.clock.now() };
  const lucia = new Lucia(adapter(store), {
    sessionExpiresIn: new TimeSpan(idle, 'ms'),
    getSessionAttributes: ({ freshAt }) => ({ freshAt }),
  });
  const { session } = await lucia.validateSession(secret);
  return session && { userId: session.userId, freshAt: (session as unknown as Facts).freshAt };
}

export interface NewSession {
  secret: string;
  userId: string;
  address: string;
  agent: string;
}

/** Stores a new session, just proven; part of the change that signs somebody in. Drops whatever has expired. */
export async function startSession(
  trx: Trx,
  now: number,
  { secret, userId, address, agent }: NewSession,
): Promise<void> {
  const lucia = library(within(trx, now));
  await lucia.deleteExpiredSessions();
  await lucia.createSession(userId, { address, agent, freshAt: now, seenAt: now }, { sessionId: secret });
}

export async function endSession(trx: Trx, now: number, secret: string): Promise<void> {
  await library(within(trx, now)).invalidateSession(secret);
}

/** Ends every session of an account, but the one with the hash `kept`. */
export async function endSessionsOf(trx: Trx, userId: string, kept: string | null = null): Promise<void> {
  const all = trx.deleteFrom('session').where('user_id', '=', userId);
  await (kept === null ? all : all.where('id_hash', '!=', kept)).execute();
}

/** The identity was proven again at `now` (ms). */
export async function freshenSession(trx: Trx, now: number, idHash: string): Promise<void> {
  await trx.updateTable('session').set({ fresh_at: now, seen_at: now }).where('id_hash', '=', idHash).execute();
}

/** Stores SHA-256 of the session id only. Our clock is the kernel's; lucia's is the machine's: times are moved from one to the other. */
function adapter({ read, write, now }: Store): Adapter {
  const toLucia = (at: number) => new Date(at - now + Date.now());
  const fromLucia = (date: Date) => date.getTime() - Date.now() + now;
  const asLucia = (id: string, row: SessionTable): DatabaseSession => ({
    id,
    userId: row.user_id,
    expiresAt: toLucia(row.expires_at),
    attributes: { address: row.address, agent: row.agent, freshAt: row.fresh_at, seenAt: row.seen_at },
  });
  const remove = (id: string) => write((trx) => trx.deleteFrom('session').where('id_hash', '=', sha256(id)).execute());
  return {
    async getSessionAndUser(id) {
      const row = await read
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.user_id')
        .selectAll('session')
        .where('session.id_hash', '=', sha256(id))
        .where('account.disabled_at', 'is', null)
        .executeTakeFirst();
      if (!row) return [null, null];
      if (row.expires_at > now && now - row.seen_at > touchEvery) await write((trx) => touch(trx, row, now));
      return [asLucia(id, row), { id: row.user_id, attributes: {} }];
    },
    async getUserSessions(userId) {
      const rows = await read.selectFrom('session').selectAll().where('user_id', '=', userId).execute();
      return rows.map((row) => asLucia(row.id_hash, row));
    },
    async setSession({ id, userId, expiresAt, attributes: { address, agent, freshAt, seenAt } }) {
      await write((trx) =>
        trx
          .insertInto('session')
          .values({
            id_hash: sha256(id),
            user_id: userId,
            created_at: now,
            expires_at: fromLucia(expiresAt),
            seen_at: seenAt,
            fresh_at: freshAt,
            address,
            agent,
          })
          .execute(),
      );
    },
    // Sliding is `touch`, once a minute; lucia would slide only after half of the idle time.
    updateSessionExpiration: async () => {},
    deleteSession: async (id) => void (await remove(id)),
    deleteUserSessions: async (userId) => void (await write((trx) => endSessionsOf(trx, userId))),
    deleteExpiredSessions: async () =>
      void (await write((trx) => trx.deleteFrom('session').where('expires_at', '<=', now).execute())),
  };
}

async function touch(trx: Trx, row: SessionTable, now: number): Promise<void> {
  const expires = Math.min(now + idle, row.created_at + absolute);
  await trx
    .updateTable('session')
    .set({ seen_at: now, expires_at: expires })
    .where('id_hash', '=', row.id_hash)
    .execute();
}
