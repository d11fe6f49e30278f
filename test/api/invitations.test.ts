import { expect, test } from 'vitest';
import { invitationAccept, invitationRead, sessionCreate } from '#api/contract/auth.ts';
import {
  invitationList,
  invitationRevoke,
  teamInvitationList,
  teamInvitationRevoke,
} from '#api/contract/invitations.ts';
import { roleGrant, roleInvite } from '#api/contract/people.ts';
import { teamInvite, teamJoin } from '#api/contract/teams.ts';
import { invitationState } from '#api/domain/system/invitation.ts';
import { accountId, eachDialect, givenApp, password, units } from '#test/given.ts';
import { approve, plannedDrill } from './drill-given.ts';

const day = 24 * 3_600_000;

test('taken back says more than used up, used up more than over', () => {
  const open = { revokedAt: null, usesLeft: 1, expiresAt: 10 };
  expect(invitationState(open, 9)).toBe('open');
  expect(invitationState(open, 10)).toBe('expired');
  expect(invitationState({ ...open, usesLeft: 0 }, 10)).toBe('used');
  expect(invitationState({ ...open, usesLeft: 0, revokedAt: 5 }, 10)).toBe('revoked');
});

eachDialect((dialect) => {
  test('an administrator sees what became of invitations and takes one back', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const invite = (label: string, organisationId: string, uses = 1, days = 2) => {
      app.clock.pass(1);
      return admin.call(roleInvite, { body: { role: 'staff', organisationId, label, uses, days } });
    };
    const short = await invite('Một ngày', units.commune, 1, 1);
    const [open, used, back] = [
      await invite('Hai chỗ', units.commune, 2),
      await invite('Một chỗ', units.commune),
      await invite('Gửi nhầm', units.department, 3),
    ];
    for (const { code } of [open, used])
      await (await app.as('observer')).call(invitationAccept, { params: { code }, body: {} });
    await admin.call(invitationRevoke, { params: { invitation: back.id } });
    // What is over stays what it was.
    await admin.call(invitationRevoke, { params: { invitation: used.id } });
    await admin.call(roleGrant, {
      params: { account: accountId('user') },
      body: { role: 'admin', organisationId: units.commune },
    });
    app.clock.pass(day);
    // Sessions do not last a day.
    const again = async (login: string) => {
      const browser = app.visitor();
      await browser.call(sessionCreate, { body: { login, password } });
      return browser;
    };
    const later = await again('admin');

    const list = async (query = {}) =>
      (await later.call(invitationList, { query })).items.map(({ label, state, used: n, uses }) => [
        label,
        state,
        n,
        uses,
      ]);
    expect(await list()).toEqual([
      ['Gửi nhầm', 'revoked', 0, 3],
      ['Một chỗ', 'used', 1, 1],
      ['Hai chỗ', 'open', 1, 2],
      ['Một ngày', 'expired', 0, 1],
    ]);
    for (const state of ['open', 'used', 'expired', 'revoked'] as const)
      expect((await list({ state })).map(([, one]) => one)).toEqual([state]);
    const first = await later.call(invitationList, { query: { limit: 3 } });
    const rest = await later.call(invitationList, { query: { limit: 3, after: first.next ?? '' } });
    expect([first.total, rest.items.map(({ id }) => id), rest.next]).toEqual([4, [short.id], null]);
    expect(JSON.stringify(first)).not.toContain(open.code);
    expect(first.items[0]).toMatchObject({ by: 'Lê Quản Trị', role: 'staff', organisation: { id: units.department } });

    const visitor = app.visitor();
    expect((await visitor.refused(invitationRead, { params: { code: back.code } })).code).toBe('invitation.invalid');
    expect((await visitor.refused(invitationAccept, { params: { code: back.code }, body: {} })).code).toBe(
      'session.required',
    );
    const user = await again('user');
    expect((await user.refused(invitationAccept, { params: { code: back.code }, body: {} })).code).toBe(
      'invitation.invalid',
    );

    // Who administers one organisation sees and takes back those of that one alone.
    expect((await user.call(invitationList, { query: {} })).items.map(({ label }) => label)).toEqual([
      'Một chỗ',
      'Hai chỗ',
      'Một ngày',
    ]);
    expect((await user.refused(invitationRevoke, { params: { invitation: back.id } })).code).toBe('forbidden');
    expect((await (await again('officer')).refused(invitationList, { query: {} })).code).toBe('forbidden');
  });

  test('control sees the invitations of every team, a captain those of the own, and takes them back', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    await approve(app, drill);
    const [organiser, red, blue, red2] = [
      await app.as('organiser'),
      await app.as('red'),
      await app.as('blue'),
      await app.as('red2'),
    ];
    const params = { drill: drill.id };
    const invite = (by: typeof red, team: string) => {
      app.clock.pass(1);
      return by.call(teamInvite, { params: { ...params, team }, body: { uses: 2, days: 1 } });
    };
    const [toRed, toBlue] = [await invite(red, drill.red), await invite(organiser, drill.blue)];
    const list = async (by: typeof red) => (await by.call(teamInvitationList, { params })).items;
    expect((await list(organiser)).map(({ teamId }) => teamId)).toEqual([drill.blue, drill.red]);
    const [own, ...more] = await list(red);
    expect([own?.teamId, own?.state, more]).toEqual([drill.red, 'open', []]);

    await red2.call(teamJoin, { params, body: { code: toRed.code } });
    expect((await red2.refused(teamInvitationList, { params })).code).toBe('forbidden');
    expect((await list(red))[0]).toMatchObject({ used: 1, uses: 2, role: 'red' });
    const revoke = { params: { ...params, invitation: own?.id ?? '' } };
    expect((await red2.refused(teamInvitationRevoke, revoke)).code).toBe('forbidden');
    expect((await blue.refused(teamInvitationRevoke, revoke)).code).toBe('not_found');
    await red.call(teamInvitationRevoke, revoke);
    expect((await list(red))[0]).toMatchObject({ state: 'revoked', used: 1 });
    const late = await app.as('user');
    expect((await late.refused(teamJoin, { params, body: { code: toRed.code } })).code).toBe('invitation.invalid');
    expect(await late.call(teamJoin, { params, body: { code: toBlue.code } })).toEqual({ teamId: drill.blue });
  });
});
