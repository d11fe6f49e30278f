import { expect, it } from 'vitest';
import { z } from 'zod';
import { sessionCreate, sessionDelete } from '#api/contract/auth.ts';
import { accountCreate, accountList, roleGrant } from '#api/contract/people.ts';
import { urlOf } from '#api/contract/call.ts';
import { uploadAddress } from '#api/contract/evidence.ts';
import { refusals } from '#api/domain/refusal.ts';
import { logFormats } from '#api/kernel/log-format.ts';
import type { LogLine } from '#api/kernel/log-format.ts';
import { readCef } from '#test/cef.ts';
import { declaredEvents } from '#test/events.ts';
import { accountId, eachDialect, givenApp, password } from '#test/given.ts';
import type { App } from '#test/given.ts';
import { upload } from './guarantees-given.ts';

// R64: who, what, when (UTC), from where, with which result; one line a happening.
const line = {
  at: z.iso.datetime({ offset: false }),
  requestId: z.string().regex(/^[\w-]{8,64}$/),
  network: z.literal('192.0.2.0/24'),
};
const account = z.string().min(3);
const refused = (level: 'warn' | 'info') =>
  z.strictObject({
    ...line,
    level: z.literal(level),
    event: z.literal('refused'),
    code: z.enum(Object.keys(refusals)),
    actor: account.nullable(),
    operation: z.string().nullable(),
  });
const schemas = {
  refused: refused('warn'),
  refusedQuietly: refused('info'),
  signed_in: z.strictObject({ ...line, level: z.literal('info'), event: z.literal('signed_in'), actor: account }),
  signed_out: z.strictObject({
    ...line,
    level: z.literal('info'),
    event: z.literal('signed_out'),
    actor: account,
    account,
    reason: z.enum(['signed_out', 'ended_by_owner', 'ended_by_admin']),
  }),
  administered: z.strictObject({
    ...line,
    level: z.literal('info'),
    event: z.literal('administered'),
    did: z.enum(declaredEvents().flatMap(([, types]) => types)),
    about: account.nullable(),
    actor: account,
  }),
  sign_in_failed: z.strictObject({
    ...line,
    level: z.literal('warn'),
    event: z.literal('sign_in_failed'),
    account: account.nullable(),
  }),
};

/** The same line for a collector of security events: who, from where and with which result stand in its fields. */
function expectSameInCef({ at, level, event, ...facts }: Record<string, unknown>): void {
  const read = readCef(logFormats.cef({ at: Date.parse(String(at)), level, event, facts } as LogLine));
  const { requestId, network, actor, account, code, reason = code } = facts;
  const said = { externalId: requestId, network, suid: actor, duid: account, reason };
  const present = Object.entries(said).filter(([, value]) => typeof value === 'string');
  expect(read.at).toBe(at);
  expect(read.head[5]).toBe(event);
  expect(read.extension).toMatchObject(Object.fromEntries(present));
}

const json = { 'content-type': 'application/json', 'idempotency-key': 'mot-khoa-duy-nhat' };
const wrong = { login: 'officer', password: 'sai-mật-khẩu\nlevel: error' };

/** What somebody does, and the lines it must leave: the kind and what stands in it. */
const cases: Record<string, [act: (app: App) => Promise<unknown>, lines: [keyof typeof schemas, object][]]> = {
  'signing in': [
    (app) => app.visitor().call(sessionCreate, { body: { login: 'officer', password } }),
    [['signed_in', { actor: accountId('officer') }]],
  ],
  'signing out': [
    async (app) => (await app.as('officer')).call(sessionDelete),
    [['signed_out', { actor: accountId('officer'), account: accountId('officer'), reason: 'signed_out' }]],
  ],
  'a wrong password': [
    (app) => app.visitor().refused(sessionCreate, { body: wrong }),
    [
      ['sign_in_failed', { account: accountId('officer') }],
      ['refused', { code: 'session.credentials', actor: 'anonymous', operation: 'session.create' }],
    ],
  ],
  'nobody known': [
    (app) => app.visitor().fetch(urlOf(accountList)),
    [['refused', { code: 'session.required', actor: 'anonymous', operation: 'account.list' }]],
  ],
  'a read that is not his': [
    async (app) => (await app.as('red')).fetch(urlOf(accountList)),
    [['refused', { code: 'forbidden', actor: accountId('red'), operation: 'account.list' }]],
  ],
  'a change that is not his': [
    async (app) => (await app.as('red')).fetch(urlOf(accountCreate), { method: 'POST', body: '{}', headers: json }),
    [['refused', { code: 'forbidden', actor: accountId('red'), operation: 'account.create' }]],
  ],
  'another site’s page': [
    async (app) =>
      (await app.as('admin')).fetch(urlOf(accountCreate), {
        method: 'POST',
        body: '{}',
        headers: { ...json, origin: 'https://ke-gian.example', 'sec-fetch-site': 'cross-site' },
      }),
    [['refused', { code: 'request.cross_site' }]],
  ],
  'a body too large': [
    async (app) =>
      (await app.as('admin')).fetch(urlOf(accountCreate), {
        method: 'POST',
        body: 'x',
        headers: { ...json, 'content-length': '99999999' },
      }),
    [['refused', { code: 'request.too_large', actor: accountId('admin'), operation: 'account.create' }]],
  ],
  'a field nobody has': [
    async (app) =>
      (await app.as('admin')).fetch(urlOf(accountCreate), {
        method: 'POST',
        body: JSON.stringify({ login: 'x\u009b2J\u2028{"level":"error"}', isAdmin: true }),
        headers: json,
      }),
    [['refusedQuietly', { code: 'request.invalid', actor: accountId('admin'), operation: 'account.create' }]],
  ],
  'an upload by nobody': [
    (app) => app.visitor().fetch(uploadAddress, { method: 'POST', headers: { 'upload-length': '1' } }),
    [['refused', { code: 'session.required', actor: 'anonymous', operation: 'evidence.upload' }]],
  ],
  'a file that is a program': [
    async (app) => upload(await app.as('officer'), 'x.png', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(80)])),
    [['refused', { code: 'evidence.type', actor: accountId('officer'), operation: 'evidence.upload' }]],
  ],
  'making an account': [
    async (app) =>
      (await app.as('admin')).call(accountCreate, {
        body: { login: 'moi', name: 'Phạm Thị Mới', email: '', organisationId: null, locale: 'vi' },
      }),
    [['administered', { did: 'account.created', actor: accountId('admin') }]],
  ],
  'a role given': [
    async (app) =>
      (await app.as('admin')).call(roleGrant, {
        params: { account: accountId('officer') },
        body: { role: 'head', organisationId: '*' },
      }),
    [['administered', { did: 'role.granted', about: accountId('officer'), actor: accountId('admin') }]],
  ],
  'a dead link': [(app) => app.visitor().fetch('/api/khong-co'), []],
  'a mistake in a form': [
    async (app) =>
      (await app.as('admin')).fetch(urlOf(accountCreate), {
        method: 'POST',
        body: JSON.stringify({ login: '' }),
        headers: json,
      }),
    [],
  ],
};

eachDialect((dialect) => {
  it.each(Object.entries(cases))(
    '%s leaves its lines, of the agreed shape, and no others',
    async (_name, [act, lines]) => {
      const app = await givenApp(dialect);
      const before = app.log.length;
      await act(app);
      const left = app.log.slice(before);
      expect(left.map(({ event }) => event)).toEqual(
        lines.map(([kind]) => (kind === 'refusedQuietly' ? 'refused' : kind)),
      );
      lines.forEach(([kind, facts], i) => {
        expect(schemas[kind].safeParse(left[i]).error?.issues ?? []).toEqual([]);
        expect(left[i]).toMatchObject(facts);
      });
      left.forEach(expectSameInCef);
      expect(JSON.stringify(left)).not.toMatch(/trâu|sai-mật-khẩu|isAdmin|2J/);
    },
  );

  it('guessing until slowed down leaves a line for the slowing down too', async () => {
    const app = await givenApp(dialect);
    for (let i = 0; i < 7; i += 1) await app.visitor().refused(sessionCreate, { body: wrong });
    const slowed = app.log.filter(({ code }) => code === 'request.rate_limited');
    expect(slowed.length).toBeGreaterThan(0);
    for (const one of slowed) expect(schemas.refused.safeParse(one).error?.issues ?? []).toEqual([]);
  });
});
