import { connect } from 'node:net';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseJson } from '#api/http/json.ts';
import { serve } from '#api/server.ts';
import { givenApp, password, sqlite } from '#test/given.ts';

// R56: what two readers could read in two ways is read in one, and said so.
const good = { login: 'officer', password };
const send = async (body: BodyInit, headers: Record<string, string> = {}) => {
  const app = await givenApp(sqlite);
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
  const response = await app.visitor().fetch('/api/session', init);
  return [response.status, ((await response.json()) as { code?: string }).code];
};

describe('a body', () => {
  it.each<[string, string, string | undefined]>([
    ['plain', 'application/json', undefined],
    ['that says it is UTF-8', 'application/json; charset=utf-8', undefined],
    ['that says so loudly', 'Application/JSON;charset="UTF-8"', undefined],
    ['in latin1', 'application/json; charset=latin1', 'request.media_type'],
    ['in UTF-16', 'application/json; charset=utf-16le', 'request.media_type'],
    ['of two minds', 'application/json; charset=utf-8; charset=latin1', 'request.media_type'],
    ['of another kind after a comma', 'application/json, text/plain', 'request.media_type'],
  ])('%s: %s', async (_name, type, code) => {
    expect(await send(JSON.stringify(good), { 'content-type': type })).toEqual([code ? 415 : 200, code]);
  });

  it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'x'])('packed (%s) is not unpacked', async (encoding) => {
    expect(await send(gzipSync(JSON.stringify(good)), { 'content-encoding': encoding })).toEqual([
      415,
      'request.media_type',
    ]);
    expect(await send(JSON.stringify(good), { 'content-encoding': encoding })).toEqual([415, 'request.media_type']);
  });

  it('that names a key twice is refused, wherever', async () => {
    const twice = JSON.stringify(good).replace('{', '{"login":"admin",');
    expect(await send(twice)).toEqual([400, 'request.duplicate_key']);
    expect(await send(JSON.stringify(good).replace('{', '{"log\\u0069n":"admin",'))).toEqual([
      400,
      'request.duplicate_key',
    ]);
  });

  const duplicate = expect.objectContaining({ code: 'request.duplicate_key' });
  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"a":3}',
    '{"a":{"b":1,"b":2}}',
    '[{"a":1},{"a":1,"a":2}]',
    '{"a":{"x":1},"a":{}}',
    '{"a":{},"a":{"x":1}}',
    '{"a":":","\\u0061":1}',
    '{"":1,"":2}',
    '{"1":0,"1":1}',
  ])('%s has a key twice', (text) => {
    expect(() => parseJson(text)).toThrow(duplicate as never);
  });
  it.each([
    '{"a":1,"b":{"a":1}}',
    '[{"a":1},{"a":1}]',
    '{"a":"x:y","b":"\\":\\"","c\\\\":":"}',
    '{":":":"}',
    '"a:b"',
    '[":",":"]',
    '{"a":[[{"a":{}}]],"A":1}',
    ' {\n"a" :\t1 } ',
    '{"\\\\":1,"\\"":2}',
    '1',
    'null',
  ])('%s has none', (text) => {
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });
});

/** Status, headers in small letters and body of what raw bytes are answered with. */
async function raw(
  port: number,
  method: string,
  path: string,
): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
  socket.write(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  await once(socket, 'close');
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1] ?? 0), head: head.toLowerCase(), body };
}

it.each<[method: string, path: string, status: number]>([
  ['GET', '/api/health', 200],
  ['HEAD', '/api/health', 200],
  ['HEAD', '/api/accounts', 401],
  ['HEAD', '/api/khong-co', 404],
  ['OPTIONS', '/api/health', 404],
  ['OPTIONS', '/api/session', 404],
  ['OPTIONS', '*', 404],
  ['TRACE', '/api/health', 404],
  ['TRACK', '/api/health', 400],
  ['CONNECT', '/api/health', 0],
  ['PROPFIND', '/api/health', 404],
  ['DELETE', '/api/health', 404],
  ['GET', '/api/drills?limit=1&limit=2', 401],
  ['GET', '/api/health?x=1', 400],
  ['GET', '/API/health', 404],
])('%s %s is answered %i, and never with what was sent', async (method, path, status) => {
  const app = await givenApp(sqlite);
  const { server, url } = await serve(
    app,
    { host: '127.0.0.1', port: 0, protocolHeader: null },
    undefined,
    async () => (_, response) => response.writeHead(404).end(),
  );
  onTestFinished(() => {
    app.live.close();
    server.close().closeAllConnections();
  });
  const answer = await raw(Number(new URL(url).port), method, path);
  expect(answer.status).toBe(status);
  if (method === 'HEAD') expect(answer.body).toBe('');
  expect(answer.body).not.toMatch(/host: localhost/i);
  expect(answer.head).not.toContain('access-control-');
  expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
});
