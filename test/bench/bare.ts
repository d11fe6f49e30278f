import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';

// The ceiling: Hono alone, in a process of its own, answering the same bytes.
if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', ({ body }: { body: string }) => {
    const app = new Hono();
    app.get('/', () => new Response(body, { headers: { 'content-type': 'application/json' } }));
    const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
    server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  });
  process.once('disconnect', () => process.exit(0));
}

export async function startBare(body: string): Promise<{ url: string; stop(): void }> {
  const child = fork(fileURLToPath(import.meta.url), { execArgv: [] });
  child.send({ body });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.disconnect() };
}
