import { connect } from 'node:net';
import { expect, test } from './fixtures.ts';

const always = {
  'strict-transport-security': /max-age=(3153[6-9]|3[2-9]|[4-9]\d)\d+; includeSubDomains/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(no-referrer|same-origin)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'x-frame-options': /^DENY$/,
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/s,
} as const;

test('every answer carries the headers: pages, assets, the API, what is missing and what is refused', async ({
  request,
  baseURL,
}) => {
  const html = await (await request.get('/login')).text();
  const asset = /\/_app\/immutable\/[^"')]+\.(?:js|css)/.exec(html)?.[0] ?? '/no-asset';
  const paths = [
    '/login',
    '/',
    '/khong-co-trang-nay',
    asset,
    '/icon.svg',
    '/robots.txt',
    '/_app/khong-co.js',
    '/api/health',
    '/api/session',
    '/api/khong-co',
    '/api/drills',
    '/api/live/drill:x',
  ];
  for (const path of paths) {
    const response = await request.get(path, { maxRedirects: 0 });
    const headers = response.headers();
    for (const [name, pattern] of Object.entries(always)) expect(headers[name], `${name} of ${path}`).toMatch(pattern);
    expect(headers['x-powered-by'], path).toBeUndefined();
    expect(headers['access-control-allow-origin'], path).toBeUndefined();
  }
  expect((await request.get(asset)).headers()['cache-control']).toContain('immutable');
  for (const path of ['/login', '/khong-co-trang-nay', '/api/session'])
    expect((await request.get(path)).headers()['cache-control'], path).toContain('no-store');
  const page = (await request.get('/login')).headers()['content-security-policy'] ?? '';
  expect(page).toMatch(/script-src [^;]*'nonce-/);
  expect(page).toContain("require-trusted-types-for 'script'");
  expect(page).not.toMatch(/script-src[^;]*unsafe/);
  expect(baseURL).toBeTruthy();
});

test('two pages never share a nonce', async ({ request }) => {
  const nonce = async () =>
    /'nonce-([^']+)'/.exec((await request.get('/login')).headers()['content-security-policy'] ?? '')?.[1];
  expect(await nonce()).not.toBe(await nonce());
});

/** The status line that raw bytes are answered with. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(10_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\r\n')) socket.destroy();
    });
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

test('a request that two readers could read in two ways is not read', async ({ server }) => {
  const port = Number(new URL(server.url).port);
  const head = 'POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
  const ambiguous = {
    'length and chunks': `${head}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    'two lengths': `${head}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd`,
    'odd chunks': `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`,
    'no host': 'GET /api/health HTTP/1.1\r\n\r\n',
    'a bare line end': 'GET /api/health HTTP/1.1\nHost: localhost\nX: y\rz\n\n',
  };
  for (const [name, text] of Object.entries(ambiguous)) expect(await raw(port, text), name).toMatch(/^HTTP\/1\.1 400/);
  expect(await raw(port, `GET /api/health HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431/,
  );
});

test('ten gigabytes are refused by their length, before a byte of them is read', async ({ server }) => {
  const port = Number(new URL(server.url).port);
  const head =
    'POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10737418240\r\n\r\n';
  expect(await raw(port, head)).toMatch(/^HTTP\/1\.1 413/);
});
