import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { urlOf } from '#api/contract/call.ts';
import { operations } from '#api/contract/index.ts';
import { isCommand } from '#api/contract/operation.ts';
import type { OperationShape } from '#api/contract/operation.ts';
import { eachDialect } from '#test/given.ts';
import type { Client, Dialect } from '#test/given.ts';
import { actors, verdict } from '#test/matrix.ts';
import { sampleOf } from '#test/sample.ts';
import { drill } from './drill-play.ts';
import { addressesOf, givenMarked, reads } from './guarantees-given.ts';
import type { Ids } from './guarantees-given.ts';

const people = actors.filter(
  (name) => !['anonymous', 'expired', 'disabled', 'kiosk', 'kiosk-elsewhere', 'elsewhere', 'removed'].includes(name),
);
const nasty = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  'a\u200bb',
  '\r\nid: 9\r\ndata: x',
  '../../etc/passwd',
  '..%2f..%2f',
  '=HYPERLINK("x")',
  '+1',
  '-1',
  '@SUM(1)',
  "' or 1=1 --",
  '"; drop table event; --',
  '%',
  '_',
  '*',
  '{{7*7}}',
  '$' + '{7*7}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '9'.repeat(40),
  'Đội'.normalize('NFD'),
  '＝1',
  '\u{1f468}\u200d\u{1f469}',
  'x'.repeat(70_000),
  '[]',
  '{}',
  'null',
  'true',
  '2026-02-30',
  'drill:',
  'incident:../x',
];

/** Long runs that never come to the end a pattern hopes for. */
const chokers = ['a', '0', '. ', 'a@a.', '=', '1/1 '].map((run) => `${run.repeat(65_536 / run.length)}!`);

/** The same value with `text` in the place of each text in turn. */
function everyText(value: unknown, text: string, at = ''): [path: string, filled: unknown][] {
  if (typeof value === 'string') return [[at, text]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    everyText(inner, text, `${at}.${key}`).map(([path, filled]): [string, unknown] => [
      path,
      Array.isArray(value) ? value.with(Number(key), filled) : { ...value, [key]: filled },
    ]),
  );
}

async function givenAll(dialect: Dialect) {
  const { app, ids } = await givenMarked(dialect);
  const allowed = (operation: OperationShape): Promise<Client> =>
    operation.roles.includes('anyone')
      ? Promise.resolve(app.visitor())
      : app.as(people.find((name) => verdict(operation, name) === 'allow') as 'admin');
  const { code: _board, ...rest } = ids;
  return { app, ids: { ...rest, drill: [drill] } as Ids, allowed };
}
const tables = [
  'event',
  'stream',
  'account',
  'role_grant',
  'drill',
  'drill_seat',
  'incident',
  'remediation',
  'organisation',
  'information_system',
  'evidence',
] as const;

eachDialect((dialect) => {
  it('a read with anything in its address is answered or refused, never a defect (R11, R13, R56)', async () => {
    const { app, ids, allowed } = await givenAll(dialect);
    const wrong: string[] = [];
    let asked = 0;
    for (const operation of reads.filter(({ query }) => query)) {
      const client = await allowed(operation);
      const address = addressesOf(operation, ids)[0]!;
      const names = Object.keys((operation.query as unknown as { shape: object }).shape);
      for (const name of [...names, 'la', '__proto__'])
        for (const text of nasty.filter((one) => one.length < 5_000)) {
          const response = await client.fetch(`${address}?${name}=${encodeURIComponent(text.toWellFormed())}`);
          asked += 1;
          await response.body?.cancel();
          if (response.status >= 500)
            wrong.push(`${operation.name} ${name}=${JSON.stringify(text)}: ${response.status}`);
        }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(1_000);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  }, 240_000);

  it('a read takes no name that is not its own, and none twice (R56)', async () => {
    const { ids, allowed } = await givenAll(dialect);
    const wrong: string[] = [];
    for (const operation of reads) {
      const client = await allowed(operation);
      const address = addressesOf(operation, ids)[0]!;
      const [name = 'la'] = Object.keys((operation.query as unknown as { shape?: object } | undefined)?.shape ?? {});
      for (const query of ['statuss=closed', `${name}=1&${name}=2`]) {
        const response = await client.fetch(`${address}?${query}`);
        const answer = await response.text();
        if (response.status !== 400 || !/unrecognized_keys|repeated_keys/.test(answer))
          wrong.push(`${operation.name} ?${query}: ${response.status} ${answer.slice(0, 100)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('a change takes no field that is not its own, column names least of all (R5)', async () => {
    const { app, ids, allowed } = await givenAll(dialect);
    const columns = new Set<string>([
      'role',
      'teamId',
      'team_id',
      'score',
      'points',
      'status',
      'path',
      'owner',
      'file_local_name',
      'isAdmin',
      'seq',
      'at',
      'actor',
      'hash',
    ]);
    for (const table of tables)
      for (const column of Object.keys(
        (await sql<Record<string, unknown>>`select * from ${sql.table(table)} limit 1`.execute(app.kernel.db.read))
          .rows[0] ?? {},
      )) {
        columns.add(column);
        columns.add(column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()));
      }
    expect(columns.size).toBeGreaterThan(60);
    const snapshot = await rowsOf(app);
    const wrong: string[] = [];
    for (const operation of operations.filter(isCommand)) {
      const client = await allowed(operation);
      const body = (operation.body ? sampleOf(operation.body) : {}) as Record<string, unknown>;
      const known =
        operation.body && 'shape' in operation.body ? Object.keys(operation.body.shape as object) : Object.keys(body);
      for (const column of [...columns].filter((name) => !known.includes(name))) {
        if (operation.body && (await operation.body.safeParseAsync({ ...body, [column]: 1 })).success)
          wrong.push(`${operation.name}.${column}`);
      }
      const foreign = [...columns].find((name) => !known.includes(name))!;
      const kept = new Map(client.cookies);
      const response = await client.fetch(addressesOf(operation, ids)[0]!, {
        method: operation.method,
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ ...body, [foreign]: 1 }),
      });
      client.cookies = kept;
      const problem = (await response.json()) as { code: string };
      if (response.status !== 400 || problem.code !== 'request.invalid')
        wrong.push(`${operation.name}: ${response.status} ${problem.code}`);
    }
    expect(wrong).toEqual([]);
    expect(await rowsOf(app)).toEqual(snapshot);
  }, 240_000);

  it('whatever the fields of a change hold, it is taken or refused with a code, never a defect; a refusal leaves no trace (R13)', async () => {
    const { app, ids, allowed } = await givenAll(dialect);
    const commands = operations.filter(
      (operation) =>
        isCommand(operation) &&
        operation.body &&
        !/^(session|setup|password|account|role|drill\.(end|publish|open)|seat)/.test(operation.name),
    );
    const value = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...nasty) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
      {
        weight: 1,
        arbitrary: fc.oneof(
          fc.integer(),
          fc.double(),
          fc.boolean(),
          fc.constant(null),
          fc.constant([]),
          fc.constant([null]),
          fc.object({ maxDepth: 2, maxKeys: 4 }),
        ),
      },
    );
    const wrong: string[] = [];
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...commands),
        fc.array(fc.tuple(fc.nat(), value), { minLength: 1, maxLength: 3 }),
        async (operation, changes) => {
          const client = await allowed(operation);
          const body = { ...(sampleOf(operation.body!) as Record<string, unknown>) };
          const names = 'shape' in operation.body! ? Object.keys(operation.body.shape as object) : Object.keys(body);
          if (names.length === 0) return;
          for (const [i, made] of changes) body[names[i % names.length]!] = made;
          const before = await heads(app);
          const response = await client.fetch(addressesOf(operation, ids)[0]!, {
            method: operation.method,
            headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify(body),
          });
          const answer = (await response.json()) as { code?: string; issues?: unknown[] };
          if (response.status >= 500)
            wrong.push(`${operation.name} ${JSON.stringify(body).slice(0, 200)}: ${response.status} ${answer.code}`);
          if (response.ok) return;
          refused += 1;
          if (answer.code === 'request.invalid' && !answer.issues?.length)
            wrong.push(`${operation.name}: no field named`);
          if ((await heads(app)) !== before) wrong.push(`${operation.name}: refused, yet logged`);
        },
      ),
      { numRuns: 400, endOnFailure: true },
    );
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(100);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  }, 240_000);

  it('64 KB that a careless pattern would choke on are refused wherever they stand (R12)', async () => {
    const { app, ids, allowed } = await givenAll(dialect);
    const wrong: string[] = [];
    let asked = 0;
    const ask = async (client: Client, what: string, address: string, init?: RequestInit) => {
      const kept = new Map(client.cookies);
      const response = await client.fetch(address, init);
      client.cookies = kept;
      asked += 1;
      await response.body?.cancel();
      if (response.status < 400 || response.status >= 500) wrong.push(`${what}: ${response.status}`);
    };
    for (const operation of operations.filter(({ name }) => name !== 'live.open')) {
      const client = await allowed(operation);
      const address = addressesOf(operation, ids)[0]!;
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const body = operation.body && (sampleOf(operation.body) as object);
      const sent = (value: unknown = body) =>
        isCommand(operation) ? { method: operation.method, headers, body: JSON.stringify(value ?? {}) } : {};
      for (const text of chokers) {
        for (const [name] of operation.path.matchAll(/(?<=:)\w+/g)) {
          const params = [...operation.path.matchAll(/(?<=:)(\w+)/g)].map(([one]) => [one, one === name ? text : 'x']);
          await ask(
            client,
            `${operation.name} :${name}`,
            urlOf(operation, { params: Object.fromEntries(params) }),
            sent(),
          );
        }
        for (const name of Object.keys((operation.query as { shape?: object } | undefined)?.shape ?? {}))
          await ask(client, `${operation.name} ?${name}`, `${address}?${name}=${encodeURIComponent(text)}`);
        for (const [path, filled] of everyText(body, text))
          await ask(client, `${operation.name} ${path}`, address, sent(filled));
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(1_000);
    expect(app.log.filter(({ level }) => level === 'error')).toEqual([]);
  }, 240_000);

  describe('the address of a caller', () => {
    it('is the socket’s: a header nobody configured changes neither the audit nor the limits (R58)', async () => {
      const { app } = await givenAll(dialect);
      const client = app.visitor('198.51.100.9');
      const body = JSON.stringify({ login: 'officer', password: 'sai mật khẩu hoàn toàn' });
      const statuses = [];
      for (let i = 0; i < 9; i += 1) {
        const headers = {
          'content-type': 'application/json',
          'x-forwarded-for': `203.0.113.${i}`,
          forwarded: `for=203.0.113.${i}`,
          'x-real-ip': `203.0.113.${i}`,
        };
        statuses.push(
          (
            await client.fetch(urlOf(operations.find(({ name }) => name === 'session.create')!), {
              method: 'POST',
              headers,
              body,
            })
          ).status,
        );
      }
      expect(statuses).toContain(429);
      expect(JSON.stringify(app.log)).not.toContain('203.0.113');
    });
  });
});

async function heads(app: Awaited<ReturnType<typeof givenAll>>['app']): Promise<string> {
  return JSON.stringify(
    await app.kernel.db.read
      .selectFrom('stream')
      .select(['stream', 'seq', 'hash'])
      .where('seq', '>', 0)
      .orderBy('stream')
      .execute(),
  );
}

async function rowsOf(app: Awaited<ReturnType<typeof givenAll>>['app']): Promise<Record<string, unknown>> {
  const rows: Record<string, unknown> = {};
  for (const table of tables.filter((name) => name !== 'stream'))
    rows[table] = (await sql`select * from ${sql.table(table)} order by 1, 2`.execute(app.kernel.db.read)).rows;
  return { ...rows, heads: await heads(app) };
}
