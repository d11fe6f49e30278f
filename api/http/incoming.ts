import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Incoming } from './context.ts';

/** The facts of a request. A caller's own request id is kept only when it is harmless to log. */
export function incomingOf(c: Context, addressHeader: string | null): Incoming {
  const given = c.req.header('x-request-id');
  // `incoming` when the request came over a socket, `address` when a page asks in the same process.
  const from = c.env as { incoming?: IncomingMessage; address?: string } | undefined;
  const forwarded = addressHeader ? c.req.header(addressHeader)?.split(',').at(-1)?.trim() : undefined;
  return {
    request: c.req.raw,
    requestId: given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID(),
    address: forwarded ?? from?.incoming?.socket.remoteAddress ?? from?.address ?? '',
    agent: (c.req.header('user-agent') ?? '').slice(0, 200),
  };
}
