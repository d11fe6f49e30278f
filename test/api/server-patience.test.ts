import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { sessionCreate } from '#api/contract/auth.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { serve } from '#api/server.ts';
import type { Running } from '#api/server.ts';
import { drillIn } from '#test/drill-in.ts';
import { givenApp, sqlite } from '#test/given.ts';
import type { App } from '#test/given.ts';
import { changeIds, listen } from '#test/sse.ts';

const drill = 'drill-1';
const stream = `drill:${drill}`;
const code = 'ABCD2345';
const patience = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 50 };
const announce = (text: string): NewEvent => ({
  type: 'drill.announced',
  subject: null,
  payload: { text, audience: 'everyone', mustRead: false },
});

async function start(maxConnections?: number): Promise<{ app: App; running: Running }> {
  const app = await givenApp(sqlite);
  await app.given(stream, drillIn('live', app.clock.now(), code));
  const running = await serve(
    app,
    { host: '127.0.0.1', port: 0, protocolHeader: null, ...(maxConnections && { maxConnections }) },
    patience,
    async () => (_request, response) => response.writeHead(404).end(),
  );
  onTestFinished(() => {
    app.live.close();
    running.server.close().closeAllConnections();
  });
  return { app, running };
}

const open = (running: Running): Socket => {
  const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  return socket.on('error', () => {}).resume();
};
const ended = (socket: Socket) => new Promise<void>((resolve) => void socket.once('close', () => resolve()));
/** Sends the start and then a byte at a time, for ever. */
function drip(running: Running, start: string): Promise<void> {
  const socket = open(running);
  socket.write(start);
  const timer = setInterval(() => socket.write('a'), 20);
  return ended(socket).finally(() => clearInterval(timer));
}
const isReady = async (running: Running) => (await fetch(`${running.url}/api/ready`)).ok;

it('hangs up on 200 callers that never finish their headers, answers everybody else meanwhile, and goes on telling who listens', async () => {
  const { app, running } = await start();
  const viewer = listen(`${running.url}/api/live/${stream}?code=${code}`, {});
  onTestFinished(() => viewer.close());
  await expect.poll(() => viewer.lastId).not.toBeNull();

  let gone = 0;
  const slow = Array.from({ length: 200 }, () =>
    drip(running, 'GET /api/ready HTTP/1.1\r\nHost: a\r\nX: ').then(() => (gone += 1)),
  );
  const idle = ended(open(running));
  while (gone < slow.length) expect(await isReady(running)).toBe(true);
  await Promise.all([...slow, idle]);

  await app.given(stream, [announce('vẫn nghe')]);
  await expect.poll(() => changeIds(viewer).length).toBeGreaterThan(0);
  expect(viewer.connections).toBe(1);
});

it('hangs up on a caller that never finishes its request', async () => {
  const { running } = await start();
  const host = new URL(running.url).host;
  const head = [`POST /api${sessionCreate.path} HTTP/1.1`, `Host: ${host}`, `Origin: ${running.url}`];
  const about = ['Content-Type: application/json', 'Content-Length: 99999'];
  await drip(running, [...head, ...about, '', '{'].join('\r\n'));
  expect(await isReady(running)).toBe(true);
});

it('hangs up at once on one connection too many, and takes the next when one has gone', async () => {
  const { running } = await start(2);
  const first = open(running);
  const second = open(running);
  await Promise.all([once(first, 'connect'), once(second, 'connect')]);
  // A keep-alive connection that asks now and then is not slow; it stays.
  for (const socket of [first, second]) socket.write('GET /api/ready HTTP/1.1\r\nHost: a\r\n\r\n');
  await Promise.all([once(first, 'data'), once(second, 'data')]);
  await ended(open(running));
  expect([first.destroyed, second.destroyed]).toEqual([false, false]);
  first.destroy();
  await expect.poll(() => isReady(running).catch(() => false)).toBe(true);
});

it('ends every stream and frees its port when told to stop', async () => {
  const { app, running } = await start();
  const viewers = Array.from({ length: 20 }, () =>
    listen(`${running.url}/api/live/${stream}?code=${code}`, {}, { retry: 1e9 }),
  );
  onTestFinished(() => viewers.forEach((viewer) => viewer.close()));
  await expect.poll(() => app.live.listeners).toBe(20);
  // One that has stopped reading must not hold the server.
  const deaf = open(running).pause();
  deaf.write(`GET /api/live/${stream}?code=${code} HTTP/1.1\r\nHost: a\r\n\r\n`);
  await expect.poll(() => app.live.listeners).toBe(21);
  app.live.close();
  await new Promise((resolve) => running.server.close(resolve));
  await expect.poll(() => app.live.listeners).toBe(0);
});
