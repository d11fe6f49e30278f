import type { Trx } from '#db/schema.ts';
import type { AnswerHeaders, Call } from '../kernel/command.ts';
import { secret } from '../kernel/ids.ts';
import { deviceCookie, sessionCookie, sessionSecret } from './cookies.ts';
import { rememberDevice } from './device.ts';
import { endSession, startSession } from './session.ts';

/** The secrets that a sign-in gives to a browser: a session of 200 bits, and a mark of the device unless it carries one. */
export interface Secrets {
  session: string;
  device: string | null;
}

export const newSecrets = (deviceIsKnown = false): Secrets => ({
  session: secret(25),
  device: deviceIsKnown ? null : secret(24),
});

/** Opens the session of a person just proven, in place of whatever the browser brought along. */
export async function signIn(
  trx: Trx,
  { at, address, agent, request }: Call,
  userId: string,
  secrets: Secrets,
): Promise<void> {
  const old = sessionSecret(request);
  if (old !== null) await endSession(trx, at, old);
  await startSession(trx, at, { secret: secrets.session, userId, address, agent });
  if (secrets.device !== null) await rememberDevice(trx, secrets.device, userId, at);
}

export function signInHeaders({ request }: Call, { session, device }: Secrets): AnswerHeaders {
  if (!request) return {};
  return {
    'set-cookie': [sessionCookie(request, session), ...(device === null ? [] : [deviceCookie(request, device)])],
  };
}
