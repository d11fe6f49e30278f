import type { LoggedEvent } from '../domain/event.ts';
import { networkOf } from '../domain/system/network.ts';
import type { Call } from './command.ts';
import type { Kernel } from './kernel.ts';

/** Who signed in or out, from where: a line of the server's own log, for whoever watches the machine. */
export function tellSessions({ logger }: Kernel, events: readonly LoggedEvent[], { requestId, address }: Call): void {
  for (const { type, actor, payload } of events) {
    if (type === 'session.opened')
      logger.info('signed_in', { actor: payload.accountId, network: networkOf(address), requestId });
    if (type === 'session.closed') {
      const { accountId: account, reason } = payload;
      logger.info('signed_out', { actor, account, reason, network: networkOf(address), requestId });
    }
  }
}
