import { expect, test } from 'vitest';
import { invitationAccept, invitationRead, passwordChange, sessionCreate, sessionRead } from '#api/contract/auth.ts';
import {
  accountCreate,
  accountDisable,
  accountEnable,
  accountEndSessions,
  accountList,
  accountRead,
  accountResetPassword,
  accountUpdate,
  roleGrant,
  roleInvite,
  roleRevoke,
} from '#api/contract/people.ts';
import { createInvitation, newInvitationCode } from '#api/auth/invitation.ts';
import { accountId, eachDialect, givenApp, password, people, units } from '#test/given.ts';
import type { App } from '#test/given.ts';

const staff = { account: accountId('staff') };
const next = 'trời xanh mây trắng nắng vàng';

/** Who administers the department only. */
async function departmentAdmin(app: App) {
  const payload = { accountId: accountId('officer'), role: 'admin' as const, organisationId: units.department };
  await app.given('system', [{ type: 'role.granted', subject: payload.accountId, payload }]);
  return app.as('officer');
}

eachDialect((dialect) => {
  test('an account is made, must change its password, and then works', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const body = {
      login: 'ngo.van.moi',
      name: 'Ngô Văn Mới',
      email: 'moi@vinhlong-mau.example',
      organisationId: units.department,
    };
    const { id, temporaryPassword } = await admin.call(accountCreate, { body });
    expect((await admin.refused(accountCreate, { body: { ...body, login: 'NGO.VAN.MOI' } })).issues).toEqual([
      { path: ['login'], code: 'login.taken', params: { login: 'ngo.van.moi' } },
    ]);
    const newcomer = app.visitor();
    expect(await newcomer.call(sessionCreate, { body: { login: 'ngo.van.moi', password: temporaryPassword } })).toEqual(
      { userId: id, mustChangePassword: true },
    );
    expect((await newcomer.refused(accountList, { query: {} })).code).toBe('forbidden');
    await newcomer.call(passwordChange, { body: { current: temporaryPassword, password: next } });
    expect((await newcomer.call(sessionRead)).user).toMatchObject({
      mustChangePassword: false,
      organisation: { id: units.department },
    });
    const kept = JSON.stringify([
      await app.kernel.db.read.selectFrom('event').selectAll().execute(),
      await app.kernel.db.read.selectFrom('idempotency').selectAll().execute(),
      app.log,
    ]);
    for (const secret of [temporaryPassword, next]) expect(kept).not.toContain(secret);
  });

  test('accounts are found without marks, in the order of given names, page by page', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const { items, total } = await admin.call(accountList, { query: { search: 'duong' } });
    expect([items.map(({ name }) => name), total]).toEqual([['Dương Tấn Công', 'Dương Xung Kích'], 2]);
    const names: string[] = [];
    for (let after: string | undefined, at = 0; at < 10; at++) {
      const page = await admin.call(accountList, { query: { after, limit: 5 } });
      names.push(...page.items.map(({ name }) => name));
      if (page.next === null) break;
      after = page.next;
    }
    expect(new Set(names)).toEqual(new Set(people.map(({ name }) => name)));
    expect(names).toHaveLength(people.length);
    expect((await admin.refused(accountList, { query: { after: 'bịa' } })).code).toBe('request.invalid');
  });

  test('an officer sees the people of the own organisation, nobody else exists', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const { items } = await officer.call(accountList, { query: {} });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ organisation }) => organisation?.id === units.department)).toBe(true);
    expect((await officer.call(accountRead, { params: staff })).login).toBe('staff');
    expect((await officer.refused(accountRead, { params: { account: accountId('admin') } })).code).toBe('not_found');
    expect(
      (await officer.refused(accountUpdate, { params: staff, body: { name: 'X', organisationId: null, revision: 0 } }))
        .code,
    ).toBe('forbidden');
  });

  test('an administrator of a department reaches neither beside nor above', async () => {
    const app = await givenApp(dialect);
    const local = await departmentAdmin(app);
    await local.call(accountUpdate, {
      params: staff,
      body: { name: 'Võ Thị Nhân Viên', organisationId: units.department, revision: 0 },
    });
    const late = { name: 'Võ Thị Đè', organisationId: units.department, revision: 0 };
    expect((await local.refused(accountUpdate, { params: staff, body: late })).code).toBe('conflict.stale');
    for (const login of ['admin', 'user', 'organiser'] as const)
      expect((await local.refused(accountResetPassword, { params: { account: accountId(login) } })).code).toBe(
        'not_found',
      );
    expect((await local.refused(roleGrant, { params: staff, body: { role: 'admin', organisationId: '*' } })).code).toBe(
      'forbidden',
    );
    expect(
      (await local.refused(accountCreate, { body: { login: 'x1', name: 'X', organisationId: units.province } })).code,
    ).toBe('forbidden');
    await local.call(roleGrant, { params: staff, body: { role: 'head', organisationId: units.department } });
    // Once somebody of the department administers everything, the department no longer manages that person.
    await (await app.as('admin')).call(roleGrant, { params: staff, body: { role: 'admin', organisationId: '*' } });
    expect((await local.refused(accountResetPassword, { params: staff })).code).toBe('not_found');
  });

  test('a role works, and is gone, on the next request', async () => {
    const app = await givenApp(dialect);
    const [admin, person] = [await app.as('admin'), await app.as('staff')];
    const body = { role: 'organiser' as const, organisationId: '*' };
    expect((await person.refused(accountList, { query: {} })).code).toBe('forbidden');
    await admin.call(roleGrant, { params: staff, body });
    expect((await person.call(accountList, { query: {} })).total).toBe(people.length);
    await admin.call(roleRevoke, { params: staff, body });
    expect((await person.refused(accountList, { query: {} })).code).toBe('forbidden');
  });

  test('roles, closing and resetting ask for a fresh proof of identity', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    app.clock.pass(11 * 60_000);
    expect((await admin.refused(roleGrant, { params: staff, body: { role: 'admin', organisationId: '*' } })).code).toBe(
      'session.step_up',
    );
    expect((await admin.refused(accountDisable, { params: staff, body: {} })).code).toBe('session.step_up');
    expect((await admin.refused(accountResetPassword, { params: staff })).code).toBe('session.step_up');
  });

  test('a closed account is out at once, and may come back', async () => {
    const app = await givenApp(dialect);
    const [admin, person] = [await app.as('admin'), await app.as('staff')];
    await admin.call(accountDisable, { params: staff, body: { reason: 'chuyển công tác' } });
    expect((await person.call(sessionRead)).user).toBeNull();
    expect((await app.visitor().refused(sessionCreate, { body: { login: 'staff', password } })).code).toBe(
      'session.credentials',
    );
    await admin.call(accountEnable, { params: staff });
    await app.visitor().call(sessionCreate, { body: { login: 'staff', password } });
  });

  test('nobody closes the own account or takes the last administrator away', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const self = { account: accountId('admin') };
    const body = { role: 'admin' as const, organisationId: '*' };
    expect((await admin.refused(accountDisable, { params: self, body: {} })).code).toBe('account.self');
    expect((await admin.refused(roleRevoke, { params: self, body })).code).toBe('account.self');
    await admin.call(roleGrant, { params: staff, body });
    const other = await app.as('staff');
    await other.call(accountDisable, { params: self, body: {} });
    expect((await other.refused(roleRevoke, { params: staff, body })).code).toBe('account.self');
  });

  test('a reset password signs everyone out and must be changed', async () => {
    const app = await givenApp(dialect);
    const [admin, person] = [await app.as('admin'), await app.as('staff')];
    const { temporaryPassword } = await admin.call(accountResetPassword, { params: staff });
    expect((await person.call(sessionRead)).user).toBeNull();
    expect(
      (await person.call(sessionCreate, { body: { login: 'staff', password: temporaryPassword } })).mustChangePassword,
    ).toBe(true);
    await admin.call(accountEndSessions, { params: staff });
    expect((await person.call(sessionRead)).user).toBeNull();
  });

  test('a link brings a newcomer in with a role, as often as it says', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const body = { role: 'staff' as const, organisationId: units.commune, label: 'Cán bộ xã', uses: 2, days: 1 };
    const { code } = await admin.call(roleInvite, { body });
    expect(await app.visitor().call(invitationRead, { params: { code } })).toMatchObject({
      kind: 'role',
      role: 'staff',
      label: 'Cán bộ xã',
    });
    const newcomer = app.visitor();
    const account = { login: 'can-bo-xa', name: 'Thạch Cán Bộ', password: next };
    expect((await newcomer.refused(invitationAccept, { params: { code }, body: {} })).code).toBe('session.required');
    expect(
      (
        await newcomer.refused(invitationAccept, {
          params: { code },
          body: { account: { ...account, password: 'ngắn' } },
        })
      ).issues[0]?.path,
    ).toEqual(['account', 'password']);
    await newcomer.call(invitationAccept, { params: { code }, body: { account } });
    expect((await newcomer.call(sessionRead)).user?.grants).toEqual([{ role: 'staff', organisationId: units.commune }]);
    const known = await app.as('observer');
    await known.call(invitationAccept, { params: { code }, body: {} });
    expect((await known.call(sessionRead)).user?.grants).toEqual([{ role: 'staff', organisationId: units.commune }]);
    expect((await (await app.as('judge')).refused(invitationAccept, { params: { code }, body: {} })).code).toBe(
      'invitation.invalid',
    );
  });

  test('a link to a seat brings in as many newcomers as it has places, and ends', async () => {
    const app = await givenApp(dialect);
    const code = newInvitationCode();
    const createdAt = app.clock.now();
    await app.kernel.db.transact((trx) =>
      createInvitation(trx, {
        id: 'invite-1',
        code,
        kind: 'seat',
        role: 'red',
        drillId: 'drill-1',
        teamId: 'team-1',
        label: 'Đội 1',
        uses: 1,
        organisationId: null,
        expiresAt: createdAt + 60_000,
        createdBy: accountId('organiser'),
        createdAt,
      }),
    );
    const account = { login: 'doi-do', name: 'Sơn Đội Đỏ', password: next };
    const body = { account };
    expect(await app.visitor().call(invitationAccept, { params: { code }, body })).toMatchObject({
      kind: 'seat',
      drillId: 'drill-1',
    });
    expect(
      (
        await app
          .visitor()
          .refused(invitationAccept, { params: { code }, body: { account: { ...account, login: 'doi-do-2' } } })
      ).code,
    ).toBe('invitation.invalid');
    app.clock.pass(60_001);
    expect((await app.visitor().refused(invitationRead, { params: { code } })).code).toBe('invitation.invalid');
  });
});
