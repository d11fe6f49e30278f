import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createLogger } from '#api/kernel/logger.ts';
import { createRuntime } from '#api/runtime.ts';
import type { RuntimeOptions } from '#api/runtime.ts';

type Settings = Pick<RuntimeOptions, 'addressHeader' | 'protocolHeader' | 'metricsToken'>;

async function given(settings: Settings) {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-metrics-'));
  const log: { network?: string }[] = [];
  const logger = createLogger(Date.now, (line) => void log.push(JSON.parse(line) as object));
  const places = { database: join(folder, 'test.db'), evidenceDir: join(folder, 'evidence') };
  const { app, close } = await createRuntime({ ...places, ...settings, logger, jobsEvery: 0 });
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });
  /** Asks as from a socket; without an address, as a page does in the process. */
  const ask = (path: string, remoteAddress: string | undefined, headers: Record<string, string>) =>
    app.fetch(
      new Request(`http://localhost${path}`, { headers }),
      remoteAddress === undefined ? { address: '127.0.0.1' } : { incoming: { socket: { remoteAddress } } },
    );
  return { ask, log };
}

const near = '127.0.0.1';
const far = '203.0.113.9';
const token = 'một-mã-dài-khó-đoán';
const bearer = (value: string) => ({ authorization: `Bearer ${encodeURIComponent(value)}` });
const secret = encodeURIComponent(token);
const proxied: Settings = { addressHeader: 'x-forwarded-for', metricsToken: secret };

it.each<[string, Settings, string | undefined, Record<string, string>, number]>([
  ['from the machine', {}, near, {}, 200],
  ['from the machine by IPv6', {}, '::1', {}, 200],
  ['from the machine by either', {}, '::ffff:127.0.0.1', {}, 200],
  ['from elsewhere', {}, far, {}, 404],
  ['from elsewhere, with a word it chose', {}, far, { 'x-forwarded-for': near }, 404],
  ['through a proxy nobody told of', {}, near, { 'x-forwarded-for': far }, 404],
  ['through another proxy nobody told of', {}, near, { forwarded: `for=${far}` }, 404],
  ['by a page of ours for its visitor', {}, undefined, {}, 404],
  ['with a token where none is set', {}, far, bearer(''), 404],
  ['with “null” where none is set', {}, far, bearer('null'), 404],
  ['with the token', { metricsToken: secret }, far, bearer(token), 200],
  ['with another token', { metricsToken: secret }, far, bearer(`${token}.`), 404],
  ['through the proxy, an empty part last', proxied, near, { 'x-forwarded-for': `${far},` }, 404],
  ['through the proxy, for somebody who says he is near', proxied, near, { 'x-forwarded-for': `${far}, ${near}` }, 404],
  ['through the proxy, without its header', proxied, near, {}, 404],
  ['through the proxy that tells the protocol alone', { protocolHeader: 'x-forwarded-proto' }, near, {}, 404],
  ['through the proxy with the token', proxied, near, { 'x-forwarded-for': far, ...bearer(token) }, 200],
])('counters asked for %s', async (_name, settings, address, headers, status) => {
  const { ask } = await given(settings);
  const response = await ask('/api/metrics', address, headers);
  expect(response.status).toBe(status);
  if (status === 200) expect(await response.text()).toMatch(/^thao_truong_live_listeners 0$/m);
});

it.each([
  [`8.8.8.8, ${far}`, '203.0.113.0/24'],
  [`8.8.8.8, ${far},`, '203.0.113.0/24'],
  [`${far}, , `, '203.0.113.0/24'],
  [' , ,', '127.0.0.0/24'],
  ['', '127.0.0.0/24'],
])('the proxy that says “%s” tells of %s', async (header, network) => {
  const { ask, log } = await given(proxied);
  expect((await ask('/api/accounts', near, { 'x-forwarded-for': header })).status).toBe(401);
  expect(log).toContainEqual(expect.objectContaining({ event: 'refused', network }));
});
