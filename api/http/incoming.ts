import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Incoming } from './context.ts';

/** The proxy in front, as the installation was told of it. */
export interface Proxy {
  /** Header it sets with the caller's address; null = use the socket. */
  addressHeader: string | null;
  /** There is one: a socket of this machine may be anybody's. */
  configured: boolean;
}

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** Marks of a proxy, be it one that the installation was not told of. */
const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** The facts of a request. A caller's own request id is kept only when it is harmless to log. */
export function incomingOf(c: Context, { addressHeader, configured }: Proxy): Incoming {
  const given = c.req.header('x-request-id');
  // `incoming` when the request came over a socket, `address` when a page asks in the same process.
  const from = c.env as { incoming?: IncomingMessage; address?: string } | undefined;
  const socket = from?.incoming?.socket.remoteAddress;
  return {
    request: c.req.raw,
    requestId: given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID(),
    address: forwardedIn(addressHeader && c.req.header(addressHeader)) ?? socket ?? from?.address ?? '',
    agent: (c.req.header('user-agent') ?? '').slice(0, 200),
    local: !configured && loopback.has(socket ?? '') && passedOn.every((name) => c.req.header(name) === undefined),
  };
}

/** What the proxy itself added is last; a part left empty names nobody. */
function forwardedIn(header: string | null | undefined): string | undefined {
  const parts = (header ?? '').split(',').map((part) => part.trim());
  return parts.findLast((part) => part !== '');
}
