import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { largestFile, uploadAddress } from '#api/contract/evidence.ts';
import { refusalFor, refusalOf } from '#api/evidence/upload-refusal.ts';
import { eachDialect, givenApp } from '#test/given.ts';
import type { Client } from '#test/given.ts';

const metadata = `filename ${Buffer.from('x.png').toString('base64')}`;
const begin = (client: Client, headers: Record<string, string>) =>
  client.fetch(uploadAddress, {
    method: 'POST',
    headers: { 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-metadata': metadata, ...headers },
  });
const piece = (client: Client, location: string, headers: Record<string, string>, body = 'a') =>
  client.fetch(location, {
    method: 'PATCH',
    body,
    headers: {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      ...headers,
    },
  });
type Act = (client: Client, location: string) => Promise<Response>;

const cases: [name: string, status: number, code: string, act: Act][] = [
  [
    'names that are not encoded',
    400,
    'evidence.protocol',
    (c) => begin(c, { 'upload-metadata': 'filename tên-tệp%%%'.normalize('NFD').replace(/[^ -~]/g, '%') }),
  ],
  ['files joined', 400, 'evidence.protocol', (c) => begin(c, { 'upload-concat': 'partial' })],
  ['another version', 412, 'evidence.protocol_version', (c) => begin(c, { 'tus-resumable': '0.2.2' })],
  ['no version', 412, 'evidence.protocol_version', (c) => begin(c, { 'tus-resumable': '' })],
  ['a file too large', 413, 'evidence.too_large', (c) => begin(c, { 'upload-length': String(largestFile + 1) })],
  ['a piece from the wrong place', 409, 'evidence.offset', (c, at) => piece(c, at, { 'upload-offset': '5' })],
  ['a piece of no kind', 400, 'evidence.protocol', (c, at) => piece(c, at, { 'content-type': 'text/plain' })],
  ['more than was announced', 413, 'evidence.too_large', (c, at) => piece(c, at, {}, 'a'.repeat(5_000))],
  ['an upload nobody began', 404, 'not_found', (c) => piece(c, `${uploadAddress}/${'0'.repeat(32)}`, {})],
];

eachDialect((dialect) => {
  it.each(cases)('%s is refused like everything else: %i %s', async (_name, status, code, act) => {
    const app = await givenApp(dialect);
    const client = await app.as('officer');
    const location = (await begin(client, {})).headers.get('location') ?? '';
    const response = await act(client, location);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    const problem = (await response.json()) as object;
    expect(Object.keys(problem).sort()).toEqual(['code', 'issues', 'params', 'requestId', 'status', 'type']);
    expect(problem).toMatchObject({ code, status });
    expect(response.headers.get('tus-resumable')).toBe('1.0.0');
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

it('a file that goes on where its bytes cannot be kept says that the server cannot now', async () => {
  const [dialect] = (await import('#test/given.ts')).dialects;
  const app = await givenApp(dialect!);
  const client = await app.as('officer');
  const location = (await begin(client, {})).headers.get('location') ?? '';
  const path = join(app.kernel.evidenceDir, location.split('/').at(-1)!);
  await rm(path);
  await writeFile(join(app.kernel.evidenceDir, 'khác'), '');
  const response = await piece(client, location, {});
  expect([404, 503]).toContain(response.status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

it('a defect stays a defect; every other answer of the library has a code', () => {
  const defect = new Error('x');
  expect(refusalOf(defect)).toBe(defect);
  expect(refusalOf({ status_code: 409, body: 'x' })).toMatchObject({ code: 'evidence.offset' });
  for (const status of [400, 403, 404, 409, 410, 412, 413, 415, 423, 500, 501])
    expect(refusalFor(status).code).not.toBe('server.error');
});
