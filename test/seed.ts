import { hashPassword } from '#api/auth/password.ts';
import { startSession } from '#api/auth/session.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { secret } from '#api/kernel/ids.ts';
import { project } from '#api/kernel/kernel.ts';
import type { Kernel } from '#api/kernel/kernel.ts';
import { append, lockHead } from '#api/kernel/log.ts';
import { accountId, eventsOf, password, people, unitEvents } from './people.ts';

/** Facts go the way of every change: log first, then the rows that follow from it. */
export async function record(
  kernel: Kernel,
  stream: string,
  events: readonly NewEvent[],
  actor = 'system',
): Promise<void> {
  await kernel.db.transact(async (trx) => {
    const head = await lockHead(trx, stream, kernel.db.dialect);
    for (const event of await append(trx, head, actor, kernel.clock.now(), events))
      await project(kernel.projectors, trx, event);
    await kernel.db.announce(trx, stream);
  });
  kernel.hub.poke();
}

let verifier: Promise<string> | undefined;

/** The units and people of the tests, with their password. */
export async function seedPeople(kernel: Kernel): Promise<void> {
  await record(kernel, 'registry', unitEvents());
  await record(kernel, 'system', eventsOf(people));
  const shared = await (verifier ??= hashPassword(password));
  const now = kernel.clock.now();
  const rows = people.map(({ login }) => ({
    user_id: accountId(login),
    verifier: shared,
    must_change: 0,
    changed_at: now,
  }));
  await kernel.db.transact((trx) => trx.insertInto('credential').values(rows).execute());
}

/** The secret of a new session, for the cookie. */
export async function openSessionOf(kernel: Kernel, userId: string, address: string): Promise<string> {
  const session = { secret: secret(25), userId, address, agent: 'test' };
  await kernel.db.transact((trx) => startSession(trx, kernel.clock.now(), session));
  return session.secret;
}
