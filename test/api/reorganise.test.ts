import { expect, test } from 'vitest';
import { areas } from '#api/areas.ts';
import { createIdentify } from '#api/auth/identity.ts';
import { invitationAccept, invitationRead, sessionRead } from '#api/contract/auth.ts';
import { clusterCreate, clusterList } from '#api/contract/clusters.ts';
import { incidentCreate, incidentList, incidentRead } from '#api/contract/incidents.ts';
import {
  organisationClose,
  organisationCreate,
  organisationList,
  organisationMerge,
  organisationMove,
  organisationRead,
} from '#api/contract/organisations.ts';
import { accountCreate, accountRead, roleGrant, roleInvite } from '#api/contract/people.ts';
import { postureRead } from '#api/contract/posture.ts';
import { responseTeamCreate, responseTeamList } from '#api/contract/response-teams.ts';
import { systemCreate, systemRead } from '#api/contract/systems.ts';
import { transitionActs } from '#api/contract/ticket-acts.ts';
import { doerOf } from '#api/claims/seen.ts';
import { replayCheck } from '#api/log/replay.ts';
import { accountId, eachDialect, givenApp, units } from '#test/given.ts';
import type { App, Client } from '#test/given.ts';

const { province, department, commune, vendor } = units;
const projectors = areas.map(({ projector }) => projector);

const child = async (by: Client, name: string, parentId: string = province) =>
  (await by.call(organisationCreate, { body: { name, kind: 'unit', parentId, validFrom: '2025-07-01' } })).id;

/** What everything ends with: the rows are those the log makes. */
const replays = async (app: App) => expect((await replayCheck(app.kernel.db, projectors)).first).toBeNull();

eachDialect((dialect) => {
  test('people, roles, teams and clusters follow a merger; what was done keeps its name', async () => {
    const app = await givenApp(dialect);
    const [admin, officer, staff] = [await app.as('admin'), await app.as('officer'), await app.as('staff')];
    const { id: systemId } = await officer.call(systemCreate, {
      body: { name: 'Cổng', type: 'Cổng thông tin', ownerId: department, operatorId: vendor },
    });
    const { id: incident, number } = await staff.call(incidentCreate, { body: { title: 'Trang lạ', systemId } });
    await officer.call(responseTeamCreate, { body: { name: 'Đội ứng cứu', organisationId: department } });
    const ended = { name: 'Đội cũ', organisationId: department, validTo: '2026-01-01' };
    await officer.call(responseTeamCreate, { body: ended });
    await admin.call(clusterCreate, { body: { name: 'Cụm số 9', memberIds: [department, commune] } });
    await admin.call(roleGrant, {
      params: { account: accountId('staff') },
      body: { role: 'officer', organisationId: commune },
    });
    const { code } = await admin.call(roleInvite, {
      body: { role: 'staff', organisationId: department, label: 'Sở', uses: 1 },
    });

    const { id } = await admin.call(organisationMerge, {
      body: {
        sources: [department, commune],
        into: { kind: 'new', organisation: { name: 'Sở Khoa học (mới)', kind: 'department', parentId: province } },
        on: '2026-07-01',
      },
    });

    // The rights are those of the new unit at once, in sessions that are open; the same role twice is one.
    expect((await staff.call(sessionRead)).user).toMatchObject({ organisation: { id } });
    const { organisation, grants } = await admin.call(accountRead, { params: { account: accountId('staff') } });
    expect([organisation?.id, grants.map((one) => [one.role, one.organisation?.id]).sort()]).toEqual([
      id,
      [
        ['officer', id],
        ['staff', id],
      ],
    ]);
    await officer.call(organisationCreate, { body: { name: 'Phòng mới', kind: 'unit', parentId: id } });
    expect((await admin.call(organisationRead, { params: { organisation: id } })).accounts).toBe(8);
    expect((await admin.call(organisationRead, { params: { organisation: department } })).accounts).toBe(0);

    // The open incident keeps number and name, and is the successor's to handle and to count.
    const { ticket, organisationName, successor } = await officer.call(incidentRead, { params: { incident } });
    expect([ticket.number, ticket.organisationId]).toEqual([number, department]);
    expect(organisationName).toContain('Sở Khoa học và Công nghệ');
    expect(successor).toEqual({ id, name: 'Sở Khoa học (mới)' });
    await officer.call(transitionActs.real, { params: { incident }, body: { to: 'acknowledged' } });
    expect((await officer.call(incidentList, { query: { organisation: id } })).items).toMatchObject([
      { id: incident, successorName: 'Sở Khoa học (mới)' },
    ]);
    expect(await officer.call(postureRead, { params: { organisation: id } })).toMatchObject({
      organisation: { id, successor: null },
      figures: { open: { n: 1 } },
    });
    expect(await officer.call(postureRead, { params: { organisation: department } })).toMatchObject({
      organisation: { id: department, successor: { id } },
    });
    expect((await officer.call(systemRead, { params: { system: systemId } })).owner.id).toBe(id);
    const next = await staff.call(incidentCreate, { body: { title: 'Trang lạ nữa', systemId } });
    expect((await officer.call(incidentRead, { params: { incident: next.id } })).ticket.organisationId).toBe(id);

    const teams = (await admin.call(responseTeamList, { query: {} })).items;
    expect(teams.map((one) => [one.name, one.organisation.id])).toEqual([
      ['Đội cũ', department],
      ['Đội ứng cứu', id],
    ]);
    expect((await admin.call(clusterList)).items[0]?.members.map((one) => one.id)).toEqual([id]);
    const old = await admin.call(organisationRead, { params: { organisation: department } });
    expect([old.successor?.id, old.above.map((one) => one.id)]).toEqual([id, [province]]);

    // A link sent before leads to the successor, and so does whatever is still asked for in the old name.
    const visitor = app.visitor();
    expect((await visitor.call(invitationRead, { params: { code } })).organisation?.id).toBe(id);
    const account = { login: 'nguoi-moi', name: 'Người Mới', password: 'ba con vịt lội qua sông' };
    await visitor.call(invitationAccept, { params: { code }, body: { account } });
    const late = await admin.call(accountCreate, {
      body: { login: 'den-sau', name: 'Đến Sau', organisationId: department },
    });
    await admin.call(roleGrant, {
      params: { account: late.id },
      body: { role: 'staff', organisationId: department },
    });
    const arrived = await admin.call(accountRead, { params: { account: late.id } });
    expect([arrived.organisation?.id, arrived.grants[0]?.organisation?.id]).toEqual([id, id]);
    await replays(app);
  });

  test('nobody judges a team under the old name of his own organisation, however often it was renewed', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    let last: string = department;
    for (const name of ['Sở một', 'Sở hai'])
      last = (
        await admin.call(organisationMerge, {
          body: {
            sources: [last],
            into: { kind: 'new', organisation: { name, kind: 'department', parentId: province } },
            on: '2026-07-01',
          },
        })
      ).id;
    const cookie = [...(await app.as('officer')).cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const identify = createIdentify(app.kernel, async () => null);
    const actor = await identify({ request: new Request('http://localhost/api', { headers: { cookie } }) } as never);
    expect(actor.organisationId).toBe(last);
    expect(doerOf(actor).organisationIds).toContain(department);
    expect(doerOf(actor).organisationIds).not.toContain(province);
    await replays(app);
  });

  test('an organisation moves with all below it, and the tree of the days before stays', async () => {
    const app = await givenApp(dialect);
    const [admin, officer] = [await app.as('admin'), await app.as('officer')];
    const [room, other] = [await child(admin, 'Phòng Đường bộ', department), await child(admin, 'Sở khác')];
    const desk = await child(admin, 'Tổ Ấn chỉ', room);
    const move = (organisation: string, parentId: string | null, validFrom: string) => ({
      params: { organisation },
      body: { parentId, validFrom },
    });
    const tree = async (query: Record<string, string>) =>
      (await admin.call(organisationList, { query })).items.map((one) => one.id);

    expect((await officer.refused(organisationMove, move(room, other, '2026-03-01'))).code).toBe('forbidden');
    expect((await admin.refused(organisationMove, move(room, desk, '2026-03-01'))).code).toBe(
      'organisation.below_itself',
    );
    expect((await admin.refused(organisationMove, move(room, 'khong-co', '2026-03-01'))).issues).toMatchObject([
      { path: ['parentId'] },
    ]);
    const namesake = await child(admin, 'PHÒNG đường bộ', other);
    expect((await admin.refused(organisationMove, move(room, other, '2026-03-01'))).code).toBe(
      'organisation.name_taken',
    );
    await admin.call(organisationClose, { params: { organisation: namesake }, body: { validTo: '2026-02-01' } });

    await admin.call(organisationMove, move(room, other, '2026-03-01'));
    await admin.call(organisationMove, move(room, null, '2026-06-01'));
    expect((await admin.refused(organisationMove, move(room, other, '2026-05-01'))).code).toBe(
      'registry.before_change',
    );
    for (const [on, at] of [
      ['2026-02-28', department],
      ['2026-03-01', other],
      ['2026-05-31', other],
      ['2026-06-01', null],
    ] as const) {
      for (const place of [department, other]) {
        expect((await tree({ parent: place, on })).includes(room)).toBe(place === at);
        expect((await tree({ under: place, on })).includes(desk)).toBe(place === at);
      }
      expect((await tree({ parent: 'root', on })).includes(room)).toBe(at === null);
      expect(await tree({ parent: room, on })).toEqual([desk]);
      const { items } = await admin.call(organisationList, { query: { on } });
      expect(items.find((one) => one.id === room)?.parentId).toBe(at);
      const now = items.map((one) => [one.id, one.children] as const);
      expect(Object.fromEntries(now)).toMatchObject({
        [department]: at === department ? 1 : 0,
        [other]: (at === other ? 1 : 0) + (on < '2026-02-01' ? 1 : 0),
      });
    }
    expect(await tree({ under: room })).toEqual(expect.arrayContaining([room, desk]));
    const read = await admin.call(organisationRead, { params: { organisation: desk } });
    expect(read.above.map((one) => one.id)).toEqual([room]);
    const { formerParents } = await admin.call(organisationRead, { params: { organisation: room } });
    expect(formerParents.map((one) => [one.parent?.id, one.validTo])).toEqual([
      [department, '2026-03-01'],
      [other, '2026-06-01'],
    ]);
    // Who kept the old place keeps it no longer.
    expect(
      (await officer.refused(organisationCreate, { body: { name: 'X', kind: 'unit', parentId: desk } })).code,
    ).toBe('forbidden');
    await replays(app);
  });
});
