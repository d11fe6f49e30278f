import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { mostConnections } from './configuration.ts';
import type { Configuration } from './configuration.ts';
import { everywhere } from './http/headers.ts';
import { answerEmpty, answerUnread, namesHost } from './http/unread.ts';
import type { Runtime } from './runtime.ts';

type NodeHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Where the page bundle finds the API of this process; the bundle must never import a second copy. */
const apiSymbol = Symbol.for('thao-truong.api');

export interface Running {
  url: string;
  server: Server;
  /** Ends event streams, finishes requests under way, then closes the database. */
  close(): Promise<void>;
}

/** How long a caller may take, in ms, to send its headers and to send a whole request; and how often that is looked at. */
export interface Patience {
  headersTimeout: number;
  requestTimeout: number;
  connectionsCheckingInterval: number;
}

/** A piece of an upload (4 MB) arrives in time over 5 KB/s, and what arrived of a piece that was cut is kept. Listening counts as answered. */
const usual: Patience = { headersTimeout: 20_000, requestTimeout: 15 * 60_000, connectionsCheckingInterval: 5_000 };

type Settings = Pick<Configuration, 'host' | 'port' | 'protocolHeader'> &
  Partial<Pick<Configuration, 'maxConnections'>>;

/** One process, one origin: the API answers `/api/*`, the built pages everything else, and every answer gets its headers here. */
export async function serve(
  runtime: Runtime,
  settings: Settings,
  patience: Patience = usual,
  loadPages = loadBuiltPages,
): Promise<Running> {
  Reflect.set(globalThis, apiSymbol, {
    fetch: (request: Request, from?: { address: string }) => runtime.app.fetch(request, from),
  });
  const api = getRequestListener(runtime.app.fetch, { overrideGlobalObjects: false });
  const pages = await loadPages();
  const limits = { ...patience, keepAliveTimeout: 65_000, maxHeaderSize: 16_384, requireHostHeader: false };
  const server = createServer(limits, (request, response) => {
    if (!namesHost(request)) return answerEmpty(response, 400);
    const isApi = request.url?.startsWith('/api/') === true;
    response.setHeaders(everywhere);
    // The page renderer reads the protocol from this header only; what a stranger sent in it does not count.
    request.headers['x-forwarded-proto'] = protocolOf(request, settings.protocolHeader);
    return isApi ? api(request, response) : pages(request, response);
  });
  answerUnread(server, runtime.kernel.logger);
  server.maxConnections = settings.maxConnections ?? mostConnections;
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(settings.port, settings.host, resolve),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : settings.host}:${port}`,
    server,
    async close() {
      runtime.live.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const impatient = setTimeout(() => server.closeAllConnections(), 3_000).unref();
      await closed;
      clearTimeout(impatient);
      await runtime.close();
    },
  };
}

function protocolOf(request: IncomingMessage, header: string | null): string {
  const told = header ? String(request.headers[header] ?? '') : '';
  return told === 'https' || told === 'http' ? told : 'http';
}

/** The built pages. Their adapter reads its settings when it is first imported. */
async function loadBuiltPages(): Promise<NodeHandler> {
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  delete process.env['ADDRESS_HEADER'];
  // Found at run time: the server's own build must not take it in.
  const bundle = import.meta.resolve('#build/handler.js');
  const { handler } = (await import(bundle)) as { handler: NodeHandler };
  return handler;
}
