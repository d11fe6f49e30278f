import type { LoggedEvent } from '../domain/event.ts';
import { networkOf } from '../domain/system/network.ts';
import type { Call } from './command.ts';
import type { Kernel } from './kernel.ts';

/** Who signed in or out, changed an account or a role or blanked an entry, from where: lines of the server's own log, for whoever watches the machine. */
export function tellAccounts({ logger }: Kernel, events: readonly LoggedEvent[], { requestId, address }: Call): void {
  for (const { stream, type, subject, actor, payload } of events) {
    const from = { network: networkOf(address), requestId };
    if (type === 'session.opened') logger.info('signed_in', { actor: payload.accountId, ...from });
    else if (type === 'session.closed') {
      const { accountId: account, reason } = payload;
      logger.info('signed_out', { actor, account, reason, ...from });
    } else if (type === 'event.redacted' || (stream === 'system' && type !== 'clock.set_back'))
      logger.info('administered', { actor, did: type, about: subject, ...from });
  }
}
