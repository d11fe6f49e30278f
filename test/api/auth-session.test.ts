import { expect, test } from 'vitest';
import {
  localeChoose,
  passwordChange,
  sessionCreate,
  sessionDelete,
  sessionEnd,
  sessionList,
  sessionRead,
  sessionRefresh,
  setupCreate,
} from '#api/contract/auth.ts';
import { createSetupCode } from '#api/auth/setup-code.ts';
import { replayCheck } from '#api/log/replay.ts';
import { sha256 } from '#api/kernel/ids.ts';
import { accountId, eachDialect, givenApp, password } from '#test/given.ts';

const hour = 3_600_000;
const cookie = '__Host-tt_session';

eachDialect((dialect) => {
  test('a person signs in, is known, and signs out', async () => {
    const app = await givenApp(dialect);
    const browser = app.visitor();
    expect((await browser.call(sessionRead)).user).toBeNull();
    expect(await browser.call(sessionCreate, { body: { login: ' Admin', password } })).toEqual({
      userId: accountId('admin'),
      mustChangePassword: false,
    });
    const { user, setupNeeded } = await browser.call(sessionRead);
    expect(user).toMatchObject({
      login: 'admin',
      name: 'Lê Quản Trị',
      grants: [{ role: 'admin', organisationId: '*' }],
      seats: [],
    });
    expect(setupNeeded).toBe(false);
    await browser.call(sessionDelete);
    expect((await browser.call(sessionRead)).user).toBeNull();
  });

  test('a password typed in decomposed letters fits', async () => {
    const app = await givenApp(dialect);
    await app.visitor().call(sessionCreate, { body: { login: 'admin', password: password.normalize('NFD') } });
  });

  test('a wrong password, an unknown login and a disabled account get the same answer', async () => {
    const app = await givenApp(dialect);
    await app.given('system', [
      {
        type: 'account.disabled',
        subject: accountId('staff'),
        payload: { accountId: accountId('staff'), reason: 'nghỉ' },
      },
    ]);
    const codes = [];
    for (const body of [
      { login: 'admin', password: 'sai' },
      { login: 'khong-co', password },
      { login: 'staff', password },
    ]) {
      const { code, status, params, issues } = await app.visitor().refused(sessionCreate, { body });
      codes.push(JSON.stringify({ code, status, params, issues }));
    }
    expect(new Set(codes)).toEqual(
      new Set([JSON.stringify({ code: 'session.credentials', status: 401, params: {}, issues: [] })]),
    );
    expect(JSON.stringify(app.log)).not.toContain('sai');
  });

  test('the database holds no secret of a session, and a copied row does not sign in', async () => {
    const app = await givenApp(dialect);
    const browser = app.visitor();
    await browser.call(sessionCreate, { body: { login: 'admin', password } });
    const secret = browser.cookies.get(cookie) ?? '';
    const [row] = await app.kernel.db.read.selectFrom('session').selectAll().execute();
    expect(row?.id_hash).toBe(sha256(secret));
    const thief = app.visitor();
    thief.cookies.set(cookie, row?.id_hash ?? '');
    expect((await thief.call(sessionRead)).user).toBeNull();
  });

  test('a cookie set beforehand is not adopted, and a new sign-in ends the session before it', async () => {
    const app = await givenApp(dialect);
    const browser = app.visitor();
    browser.cookies.set(cookie, 'planted');
    await browser.call(sessionCreate, { body: { login: 'admin', password } });
    const first = browser.cookies.get(cookie) ?? '';
    expect(first).not.toBe('planted');
    await browser.call(sessionCreate, { body: { login: 'staff', password } });
    const old = app.visitor();
    old.cookies.set(cookie, first);
    expect((await old.call(sessionRead)).user).toBeNull();
    expect((await browser.call(sessionRead)).user?.login).toBe('staff');
  });

  test('eight idle hours end a session, use keeps it, twenty-four hours end it all the same', async () => {
    const app = await givenApp(dialect);
    const idle = app.visitor();
    await idle.call(sessionCreate, { body: { login: 'staff', password } });
    const used = app.visitor();
    await used.call(sessionCreate, { body: { login: 'staff', password } });
    app.clock.pass(7 * hour);
    expect((await used.call(sessionRead)).user).not.toBeNull();
    app.clock.pass(2 * hour);
    expect((await idle.call(sessionRead)).user).toBeNull();
    for (let i = 0; i < 2; i++) {
      expect((await used.call(sessionRead)).user).not.toBeNull();
      app.clock.pass(7 * hour);
    }
    expect((await used.call(sessionRead)).user).not.toBeNull();
    app.clock.pass(hour + 1_000);
    expect((await used.call(sessionRead)).user).toBeNull();
  });

  test('over plain http on a LAN the cookie goes without Secure, elsewhere with it', async () => {
    const app = await givenApp(dialect);
    const post = (url: string) =>
      app.app.fetch(
        new Request(`${url}/api/session`, {
          method: 'POST',
          body: JSON.stringify({ login: 'admin', password }),
          headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        }),
        { address: '192.0.2.9' },
      );
    const lan = (await post('http://192.0.2.20:3000')).headers.getSetCookie();
    expect(lan[0]).toMatch(/^tt_session=[\w-]{34}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
    const web = (await post('https://drill.example')).headers.getSetCookie();
    expect(web[0]).toMatch(/^__Host-tt_session=[\w-]{34}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/);
    expect(web[1]).toMatch(/^__Host-tt_device=[\w-]{32}; /);
  });

  test('a person sees own sessions and ends one; nobody else does', async () => {
    const app = await givenApp(dialect);
    const here = app.visitor();
    const there = app.visitor('198.51.100.7');
    await here.call(sessionCreate, { body: { login: 'staff', password } });
    app.clock.pass(1_000);
    await there.call(sessionCreate, { body: { login: 'staff', password } });
    const { items } = await here.call(sessionList);
    expect(items.map(({ address, current }) => [address, current])).toEqual([
      ['198.51.100.7', false],
      ['192.0.2.1', true],
    ]);
    const session = items[0]?.id ?? '';
    expect((await (await app.as('admin')).refused(sessionEnd, { params: { session } })).code).toBe('not_found');
    await here.call(sessionEnd, { params: { session } });
    expect((await there.call(sessionRead)).user).toBeNull();
  });

  test('a proof of identity is renewed by the password', async () => {
    const app = await givenApp(dialect);
    const staff = await app.as('staff');
    app.clock.pass(hour);
    expect((await staff.refused(sessionRefresh, { body: { password: 'sai' } })).code).toBe('password.wrong');
    const { freshAt } = await staff.call(sessionRefresh, { body: { password } });
    expect((await staff.call(sessionRead)).user?.freshAt).toBe(freshAt);
    expect(freshAt).toBe(app.clock.now());
  });

  test('a changed password ends the other sessions, and no trace of it is kept', async () => {
    const app = await givenApp(dialect);
    const staff = await app.as('staff');
    const other = app.visitor();
    await other.call(sessionCreate, { body: { login: 'staff', password } });
    const next = 'trời xanh mây trắng nắng vàng';
    expect(
      (await staff.refused(passwordChange, { body: { current: password, password: 'matkhau@12345678' } })).issues,
    ).toEqual([{ path: ['password'], code: 'password.common', params: { minimum: 15 } }]);
    await staff.call(passwordChange, { body: { current: password, password: next } });
    expect((await staff.call(sessionRead)).user?.login).toBe('staff');
    expect((await other.call(sessionRead)).user).toBeNull();
    expect((await other.refused(sessionCreate, { body: { login: 'staff', password } })).code).toBe(
      'session.credentials',
    );
    await other.call(sessionCreate, { body: { login: 'staff', password: next } });
    const kept = await app.kernel.db.read
      .selectFrom('idempotency')
      .selectAll()
      .where('operation', '=', 'password.change')
      .execute();
    expect(kept).toEqual([]);
  });

  test('the language is chosen', async () => {
    const app = await givenApp(dialect);
    const staff = await app.as('staff');
    await staff.call(localeChoose, { body: { locale: 'en' } });
    expect((await staff.call(sessionRead)).user?.locale).toBe('en');
  });

  test('the first run needs the code of the console, and happens once', async () => {
    const app = await givenApp(dialect, { untouched: true });
    const code = (await createSetupCode(app.kernel)) ?? '';
    const browser = app.visitor();
    expect(await browser.call(sessionRead)).toEqual({ user: null, mode: 'real', setupNeeded: true });
    const body = {
      code,
      organisation: 'Sở Khoa học và Công nghệ',
      login: 'quan-tri',
      name: 'Lê Thị Quản',
      password,
      locale: 'vi' as const,
    };
    expect((await browser.refused(setupCreate, { body: { ...body, code: 'AAAA-AAAA-AAAA' } })).code).toBe('setup.code');
    expect((await browser.refused(setupCreate, { body: { ...body, password: 'ngắn' } })).code).toBe('password.weak');
    await browser.call(setupCreate, { body: { ...body, code: code.toLowerCase().replaceAll('-', ' ') } });
    const { user, setupNeeded } = await browser.call(sessionRead);
    expect(user).toMatchObject({
      login: 'quan-tri',
      organisation: { name: 'Sở Khoa học và Công nghệ' },
      grants: [{ role: 'admin', organisationId: '*' }],
    });
    expect(setupNeeded).toBe(false);
    expect((await app.visitor().refused(setupCreate, { body: { ...body, login: 'khac' } })).code).toBe('setup.done');
    expect(await createSetupCode(app.kernel)).toBeNull();
    expect((await replayCheck(app.kernel.db, app.kernel.projectors)).first).toBeNull();
  });
});
