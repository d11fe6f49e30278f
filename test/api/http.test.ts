import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { drillList } from '#api/contract/drill-views.ts';
import { sessionCreate } from '#api/contract/auth.ts';
import { urlOf } from '#api/contract/call.ts';
import { operations } from '#api/contract/index.ts';
import { isCommand } from '#api/contract/operation.ts';
import { drillIn } from '#test/drill-in.ts';
import { givenApp, password, sqlite } from '#test/given.ts';
import type { App, Client } from '#test/given.ts';
import { actors, verdict } from '#test/matrix.ts';
import { origin } from '#test/client.ts';
import { sampleOf } from '#test/sample.ts';

const commands = operations.filter(isCommand);
const json = { 'content-type': 'application/json', 'idempotency-key': 'mot-khoa-duy-nhat' };
const addressOf = (operation: (typeof operations)[number]) => {
  const params = operation.params ? (sampleOf(operation.params) as Record<string, string>) : {};
  return urlOf(operation, { params: 'drill' in params ? { ...params, drill: 'drill-1' } : params });
};
const length = async (app: App) => (await app.kernel.db.read.selectFrom('event').select('seq').execute()).length;
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const signIn = (client: Client, body: BodyInit, headers: Record<string, string> = {}) =>
  client.fetch(`/api${sessionCreate.path}`, {
    method: 'POST',
    body,
    headers: { ...json, ...headers },
    duplex: 'half',
  } as RequestInit);

/** The most anybody may do: one person for every operation, in a drill under way. */
async function givenEveryone(): Promise<{
  app: App;
  allowed: (operation: (typeof operations)[number]) => Promise<Client>;
}> {
  const app = await givenApp(sqlite);
  await app.given('drill:drill-1', drillIn('live', app.clock.now()));
  for (const role of ['control', 'judge', 'red', 'blue', 'observer'] as const)
    await app.seat('drill-1', role, role, role === 'red' || role === 'blue' ? `team-${role}` : null);
  const people = actors.filter(
    (name) => !['anonymous', 'expired', 'disabled', 'kiosk', 'kiosk-elsewhere', 'elsewhere', 'removed'].includes(name),
  );
  const allowed = (operation: (typeof operations)[number]) =>
    app.as(people.find((name) => verdict(operation, name) === 'allow') as 'admin');
  return { app, allowed };
}

describe('a change comes from our own pages', () => {
  const strangers: Record<string, string>[] = [
    { origin: 'https://ke-gian.example', 'sec-fetch-site': 'cross-site' },
    { origin: 'https://ke-gian.example', 'sec-fetch-site': 'none' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: `${origin}.ke-gian.example`, 'sec-fetch-site': 'same-site' },
    { origin: origin.replace('http:', 'https:'), 'sec-fetch-site': 'same-site' },
    { origin: `${origin}:8080`, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    '',
  ];

  it('or is refused, at every command, in any disguise', async () => {
    const { app, allowed } = await givenEveryone();
    const before = await length(app);
    const through: string[] = [];
    for (const operation of commands) {
      const client = await allowed(operation);
      for (const stranger of strangers)
        for (const type of types) {
          const headers = { ...json, ...stranger, 'content-type': type };
          const response = await client.fetch(addressOf(operation), { method: operation.method, body: '{}', headers });
          if (response.status !== 403 || (await codeOf(response)) !== 'request.cross_site')
            through.push(`${operation.name} ${type} ${JSON.stringify(stranger)}`);
        }
    }
    expect(through).toEqual([]);
    expect(await length(app)).toBe(before);
  });

  it('a cookie without a word about where it comes from is not believed', async () => {
    const { app } = await givenEveryone();
    const admin = await app.as('admin');
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request(`${origin}/api/accounts`, { method: 'POST', body: '{}', headers: { ...json, cookie } });
    const response = await app.app.fetch(request);
    expect([response.status, await codeOf(response)]).toEqual([403, 'request.cross_site']);
  });

  it('and speaks JSON', async () => {
    const { app, allowed } = await givenEveryone();
    const wrong: string[] = [];
    for (const operation of commands)
      for (const type of types.slice(1)) {
        const response = await (
          await allowed(operation)
        ).fetch(addressOf(operation), {
          method: operation.method,
          body: '{}',
          headers: { ...json, 'content-type': type },
        });
        if (response.status !== 415) wrong.push(`${operation.name} ${type}: ${response.status}`);
      }
    expect(wrong).toEqual([]);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a body', () => {
  it('that is too large is refused by the length it tells, before it is read', async () => {
    const app = await givenApp(sqlite);
    let read = false;
    const endless = new ReadableStream(
      {
        pull: (controller) => {
          read = true;
          controller.enqueue(new Uint8Array(1_024));
        },
      },
      { highWaterMark: 0 },
    );
    const response = await signIn(app.visitor(), endless, { 'content-length': String(10 * 1024 * 1024) });
    expect([response.status, await codeOf(response), read]).toEqual([413, 'request.too_large', false]);
  });

  it('that does not tell its length is read up to the limit', async () => {
    const app = await givenApp(sqlite);
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const response = await signIn(app.visitor(), endless);
    expect([response.status, await codeOf(response)]).toEqual([413, 'request.too_large']);
    expect(sent).toBeLessThan(2 * 1024 * 1024);
  });

  it('that breaks off is no defect of ours', async () => {
    const app = await givenApp(sqlite);
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
    const response = await signIn(app.visitor(), broken, { 'content-length': '20' });
    expect([response.status, await codeOf(response)]).toEqual([400, 'request.json']);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    ['no JSON', '{"login":', 'request.json'],
    ['nothing', '', 'request.json'],
    ['a list', '[]', 'request.invalid'],
    ['null', 'null', 'request.invalid'],
    ['too deep', `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`, 'request.invalid'],
    [
      'too many keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`k${i}`, 1]))),
      'request.invalid',
    ],
    ['__proto__', '{"login":"admin","password":"x","__proto__":{"polluted":1}}', 'request.invalid'],
    ['constructor', '{"login":"admin","password":"x","constructor":{"prototype":{"polluted":1}}}', 'request.invalid'],
  ])('of %s is refused', async (_name, body, code) => {
    const app = await givenApp(sqlite);
    const response = await signIn(app.visitor(), body);
    expect([response.status, await codeOf(response)]).toEqual([400, code]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('with a field of a wrong type is refused with the field named, at every command', async () => {
    const { app, allowed } = await givenEveryone();
    const before = await length(app);
    const wrong: string[] = [];
    const values = [0, -1, 1e308, true, null, [], {}, 'x'.repeat(100_000), ['x'], { a: 1 }, '\u0000'];
    for (const operation of commands.filter(({ body }) => body)) {
      const sample = sampleOf(operation.body!) as Record<string, unknown>;
      for (const field of Object.keys(sample))
        for (const value of values) {
          const body = { ...sample, [field]: value };
          if ((await operation.body!.safeParseAsync(body)).success) continue;
          const response = await (
            await allowed(operation)
          ).fetch(addressOf(operation), { method: operation.method, body: JSON.stringify(body), headers: json });
          const answer = (await response.json()) as { code: string; issues: { path: unknown[] }[] };
          if (response.status !== 400 || answer.code !== 'request.invalid' || answer.issues[0]?.path[0] !== field)
            wrong.push(
              `${operation.name}.${field} = ${JSON.stringify(value).slice(0, 20)}: ${response.status} ${JSON.stringify(answer).slice(0, 120)}`,
            );
        }
    }
    expect(wrong).toEqual([]);
    expect(await length(app)).toBe(before);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('text', () => {
  /** Fields in which every character counts, or which are compared with a secret and never shown. */
  const verbatim = /password|current|code|csv|rows/i;
  /** A pasted list is cleaned line by line, so that a fault can name its line. */
  const linewise = ['team.paste_members.text'];
  const fields = commands.flatMap((operation) => {
    const sample = operation.body ? (sampleOf(operation.body) as Record<string, unknown>) : {};
    const names = Object.entries(sample)
      .filter(([, value]) => typeof value === 'string')
      .map(([name]) => name);
    return names
      .filter((field) => !linewise.includes(`${operation.name}.${field}`))
      .map((field) => ({ operation, sample, field, name: `${operation.name}.${field}` }));
  });

  it.each([
    ['turned around', 'a\u202eb'],
    ['invisible', 'a\u200bb'],
    ['a null', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])('with %s is taken in no field', async (_name, text) => {
    const taken = [];
    for (const { operation, sample, field, name } of fields)
      if (!verbatim.test(field) && (await operation.body!.safeParseAsync({ ...sample, [field]: text })).success)
        taken.push(name);
    expect(taken).toEqual([]);
  });

  it('is composed (NFC) in every field', async () => {
    const typed = 'Đội Tấn công Vĩnh Long'.normalize('NFD');
    const kept = [];
    for (const { operation, sample, field, name } of fields) {
      const result = await operation.body!.safeParseAsync({ ...sample, [field]: typed });
      const value = result.success ? (result.data as Record<string, unknown>)[field] : '';
      if (!verbatim.test(field) && typeof value === 'string' && value !== value.normalize('NFC')) kept.push(name);
    }
    expect(kept).toEqual([]);
  });
});

describe('an address', () => {
  it('that climbs, or is no id, leads nowhere', async () => {
    const { app, allowed } = await givenEveryone();
    const wrong: string[] = [];
    const names = [
      '../../etc/passwd',
      '..%2f..%2fetc%2fpasswd',
      '....//....//etc',
      'C:\\windows',
      "' or 1=1 --",
      '\u0000',
      'a'.repeat(5_000),
      '%00',
      '$' + '{7*7}',
    ];
    for (const operation of operations.filter(({ params }) => params))
      for (const name of names) {
        const path = `/api${operation.path.replace(/:\w+/g, () => encodeURIComponent(name))}`;
        const init = { method: operation.method, headers: json, ...(isCommand(operation) ? { body: '{}' } : {}) };
        const response = await (await allowed(operation)).fetch(path, init);
        if (response.status !== 404)
          wrong.push(
            `${operation.name} ${name.slice(0, 20)}: ${response.status} ${(await response.text()).slice(0, 80)}`,
          );
      }
    expect(wrong).toEqual([]);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    ['GET', '/api/khong-co'],
    ['POST', '/api/health'],
    ['PUT', '/api/session'],
    ['OPTIONS', '/api/session'],
    ['GET', '/api/'],
  ])('nobody declared is not there: %s %s', async (method, path) => {
    const app = await givenApp(sqlite);
    const response = await app.visitor().fetch(path, { method });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'not_found',
      status: 404,
      requestId: expect.stringMatching(/^[\w-]{8,}$/),
    });
  });
});

it('a defect is answered with a request id and nothing else, and logged in full under it', async () => {
  const app = await givenApp(sqlite);
  const client = await app.as('organiser');
  await app.kernel.db.transact((trx) => sql`alter table drill rename to drill_gone`.execute(trx));
  const response = await client.fetch(urlOf(drillList));
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(Object.keys(JSON.parse(text) as object).sort()).toEqual([
    'code',
    'issues',
    'params',
    'requestId',
    'status',
    'type',
  ]);
  expect(text).not.toMatch(/sqlite|no such|table|drill|\/api\/|at /i);
  const { requestId } = JSON.parse(text) as { requestId: string };
  expect(app.log).toContainEqual(
    expect.objectContaining({ level: 'error', event: 'defect', requestId, error: expect.stringContaining('no such') }),
  );
});

it('no secret reaches the log of the server', async () => {
  const app = await givenApp(sqlite);
  const client = app.visitor();
  await client.call(sessionCreate, { body: { login: 'officer', password } });
  await client.refused(sessionCreate, { body: { login: 'officer', password: `${password}!` } });
  const text = JSON.stringify(app.log);
  for (const secret of [password, password.normalize('NFD'), ...client.cookies.values()])
    expect(text).not.toContain(secret);
  expect(text).toContain('sign_in_failed');
});
