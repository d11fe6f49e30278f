import { nameKey } from '../domain/name.ts';
import { refuse } from '../domain/refusal.ts';
import type { RefusalCode } from '../domain/refusal.ts';
import { networkOf } from '../domain/system/network.ts';
import type { Call } from '../kernel/command.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { deviceSecret } from './cookies.ts';
import { knownDevice } from './device.ts';
import { verifyPassword } from './password.ts';
import { throttled } from './throttle.ts';

export interface Proven {
  id: string;
  login: string;
  name: string;
  deviceIsKnown: boolean;
}

/** The enabled account whose password this is. Refuses with `code` for a wrong one and for no such account alike. */
export async function checkPassword(
  kernel: Kernel,
  call: Call,
  login: string,
  password: string,
  code: RefusalCode = 'session.credentials',
): Promise<Proven> {
  const target = nameKey(login);
  const account = await kernel.db.read
    .selectFrom('account')
    .leftJoin('credential', 'credential.user_id', 'account.id')
    .select(['account.id', 'account.login', 'account.name', 'account.disabled_at', 'credential.verifier'])
    .where('account.login_key', '=', target)
    .executeTakeFirst();
  const device = await knownDevice(kernel.db.read, deviceSecret(call.request), account?.id, call.at);
  const fits = await throttled(kernel, { target, address: call.address, device }, (gate) =>
    verifyPassword(account?.verifier, password, gate),
  );
  if (fits && account && account.disabled_at === null)
    return { id: account.id, login: account.login, name: account.name, deviceIsKnown: device !== null };
  kernel.metrics.count('sign_in_failed_total');
  kernel.logger.warn('sign_in_failed', {
    requestId: call.requestId,
    network: networkOf(call.address),
    account: account?.id ?? null,
  });
  throw refuse(code);
}

/** The same for whoever is signed in. Refuses with `password.wrong`. */
export async function checkOwnPassword(
  kernel: Kernel,
  call: Call,
  accountId: string,
  password: string,
): Promise<Proven> {
  const { login } = await kernel.db.read
    .selectFrom('account')
    .select('login')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return checkPassword(kernel, call, login, password, 'password.wrong');
}
