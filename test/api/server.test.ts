import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { inertPolicy, securityHeaders } from '#api/http/headers.ts';
import { serve } from '#api/server.ts';
import { givenApp, password, sqlite } from '#test/given.ts';
import type { App } from '#test/given.ts';

/** The server over a socket; its one page says by which protocol it was asked. */
async function givenServer(protocolHeader: string | null = null): Promise<{ app: App; port: number }> {
  const app = await givenApp(sqlite);
  const patience = { headersTimeout: 500, requestTimeout: 1_000, connectionsCheckingInterval: 50 };
  const { server, url } = await serve(
    app,
    { host: '127.0.0.1', port: 0, protocolHeader },
    patience,
    async () => (request, response) => response.end(`page by ${request.headers['x-forwarded-proto']}`),
  );
  onTestFinished(() => {
    app.live.close();
    server.close().closeAllConnections();
  });
  return { app, port: Number(new URL(url).port) };
}

/** Everything that raw bytes are answered with. */
async function raw(
  port: number,
  text: string,
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk));
  socket.on('error', () => {});
  socket.write(text, 'latin1');
  await once(socket, 'close');
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const [line = '', ...rest] = head.split('\r\n');
  const headers = Object.fromEntries(
    rest.map((one) => [one.slice(0, one.indexOf(':')).toLowerCase(), one.slice(one.indexOf(':') + 2)]),
  );
  return { status: Number(line.split(' ')[1]), headers, body };
}

const all = { ...securityHeaders, 'content-security-policy': inertPolicy };
const ask = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');
const refused: [name: string, status: number, text: string][] = [
  ['no HTTP', 400, 'GARBAGE\r\n\r\n'],
  ['a bad header', 400, ask('/api/health', 'Host: localhost', 'X: a\u0001b')],
  [
    'two lengths',
    400,
    `POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`,
  ],
  ['headers too long', 431, ask('/api/health', 'Host: localhost', `X: ${'x'.repeat(20_000)}`)],
  ['an expectation nobody meets', 417, ask('/api/health', 'Host: localhost', 'Expect: miracle')],
  ['headers that never end', 408, 'GET /api/health HTTP/1.1\r\nHost: localhost\r\n'],
  ['no host', 400, ask('/api/health')],
  ['no host of a page', 400, 'GET /login HTTP/1.0\r\n\r\n'],
  ['an empty host', 400, ask('/login', 'Host: ')],
  ['a host that is none', 400, ask('/login', 'Host: a b"<script>')],
  ['two hosts', 400, ask('/login', 'Host: localhost', 'Host: ke-gian.example')],
];

it.each(refused)('%s is answered %i with the headers of every answer (R53)', async (_name, status, text) => {
  const { app, port } = await givenServer();
  const answer = await raw(port, text);
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({ ...all, connection: 'close' });
  expect(answer.body).toBe('');
  expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
});

it('what the parser refuses leaves a line (R64)', async () => {
  const { app, port } = await givenServer();
  await raw(port, 'GARBAGE\r\n\r\n');
  await raw(port, ask('/api/health', 'Host: localhost', 'Expect: miracle'));
  const lines = app.log.filter(({ event }) => event === 'unreadable_request');
  expect(lines).toEqual([
    { at: expect.any(String), level: 'info', event: 'unreadable_request', status: 400, network: '127.0.0.0/24' },
    { at: expect.any(String), level: 'info', event: 'unreadable_request', status: 417, network: '127.0.0.0/24' },
  ]);
});

it.each(['localhost', 'drill.example:8443', '127.0.0.1:3000', '[::1]:3000', 'xn--din-tp-8ya.example'])(
  'the host %s is one',
  async (host) => {
    const { port } = await givenServer();
    expect((await raw(port, ask('/api/health', `Host: ${host}`))).status).toBe(200);
    expect((await raw(port, ask('/login', `Host: ${host}`))).body).toBe('page by http');
  },
);

it('what a stranger says about https does not count, nor what a proxy says that nobody configured', async () => {
  const direct = await givenServer();
  const told = ['Host: drill.example', 'X-Forwarded-Proto: https'];
  expect((await raw(direct.port, ask('/login', ...told))).body).toBe('page by http');
  const body = JSON.stringify({ login: 'officer', password });
  const signIn = (...headers: string[]) =>
    [
      'POST /api/session HTTP/1.1',
      ...headers,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      Buffer.from(body).toString('latin1'),
    ].join('\r\n');
  expect((await raw(direct.port, signIn(...told, 'Origin: https://drill.example'))).status).toBe(403);
  const own = await raw(direct.port, signIn(...told, 'Origin: http://drill.example'));
  expect([own.status, own.headers['set-cookie']]).toEqual([200, expect.not.stringContaining('Secure')]);

  const behind = await givenServer('x-proto');
  expect((await raw(behind.port, ask('/login', ...told))).body).toBe('page by http');
  expect((await raw(behind.port, ask('/login', ...told, 'X-Proto: https'))).body).toBe('page by https');
  const proxied = await raw(behind.port, signIn(...told, 'X-Proto: https', 'Origin: https://drill.example'));
  expect([proxied.status, proxied.headers['set-cookie']]).toEqual([200, expect.stringContaining('Secure')]);
});
