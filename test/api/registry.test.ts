import { expect, test } from 'vitest';
import { sessionCreate } from '#api/contract/auth.ts';
import { clusterCreate, clusterList, clusterUpdate } from '#api/contract/clusters.ts';
import { contactAdd, contactConfirm, contactRemove, contactSet } from '#api/contract/contacts.ts';
import {
  organisationClose,
  organisationCreate,
  organisationList,
  organisationMerge,
  organisationRead,
  organisationRename,
  organisationUpdate,
} from '#api/contract/organisations.ts';
import { responseTeamCreate, responseTeamList, responseTeamUpdate } from '#api/contract/response-teams.ts';
import {
  systemCreate,
  systemLink,
  systemList,
  systemRead,
  systemRetire,
  systemUnlink,
  systemUpdate,
} from '#api/contract/systems.ts';
import { accountId, eachDialect, givenApp, password, units } from '#test/given.ts';
import type { App, Client } from '#test/given.ts';

const { province, department, commune, vendor } = units;
const day = 24 * 3_600_000;

async function system(by: Client, name: string, more: Record<string, unknown> = {}): Promise<string> {
  const body = {
    name,
    type: 'Cổng thông tin',
    ownerId: department,
    operatorId: vendor,
    domains: ['cong.vinhlong-mau.example'],
    addresses: ['192.0.2.10'],
    ...more,
  };
  return (await by.call(systemCreate, { body })).id;
}

async function child(by: Client, name: string, parentId: string = province): Promise<string> {
  return (await by.call(organisationCreate, { body: { name, kind: 'unit', parentId, validFrom: '2025-07-01' } })).id;
}

const names = async (by: Client, query: Record<string, unknown>) =>
  (await by.call(organisationList, { query })).items.map(({ name }) => name);

eachDialect((dialect) => {
  test('the tree is listed by children, by subtree and by words without marks', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const room = await child(admin, 'Phòng Đường bộ', department);
    const desk = await child(admin, 'Tổ Ấn chỉ', room);
    expect(await names(admin, { parent: department })).toEqual(['Phòng Đường bộ']);
    expect((await admin.call(organisationList, { query: { under: room } })).items.map(({ id }) => id).sort()).toEqual(
      [room, desk].sort(),
    );
    expect(await names(admin, { search: 'duong bo' })).toEqual(['Phòng Đường bộ']);
    expect(await names(admin, { search: '%' })).toContain('Tổ Ấn chỉ');
    const { above, mayEdit } = await (await app.as('user')).call(organisationRead, { params: { organisation: desk } });
    expect([above.map(({ id }) => id).slice(-2), mayEdit]).toEqual([[department, room], false]);
  });

  test('an officer keeps the own organisation and nothing beside it', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const room = await child(officer, 'Phòng An ninh mạng', department);
    await officer.call(organisationUpdate, {
      params: { organisation: room },
      body: { kind: 'unit', code: 'P05', revision: 0 },
    });
    const late = { params: { organisation: room }, body: { kind: 'unit' as const, code: 'P06', revision: 0 } };
    expect((await officer.refused(organisationUpdate, late)).code).toBe('conflict.stale');
    expect(await officer.call(organisationRead, { params: { organisation: room } })).toMatchObject({
      code: 'P05',
      revision: 1,
    });
    const beside = { name: 'Phòng khác', kind: 'unit' as const, parentId: commune };
    expect((await officer.refused(organisationCreate, { body: beside })).code).toBe('forbidden');
    expect((await officer.refused(organisationCreate, { body: { ...beside, parentId: null } })).code).toBe('forbidden');
    expect(
      (await officer.refused(systemCreate, { body: { name: 'X', type: 'Y', ownerId: commune, operatorId: vendor } }))
        .code,
    ).toBe('forbidden');
    expect((await (await app.as('staff')).refused(organisationCreate, { body: beside })).code).toBe('forbidden');
    expect((await officer.refused(organisationCreate, { body: { ...beside, parentId: 'khong-co' } })).issues).toEqual([
      { path: ['parentId'], code: 'not_found' },
    ]);
  });

  test('no two living siblings look alike', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    await child(admin, 'Sở Nội vụ');
    for (const name of ['sở  nội vụ', 'SỞ NỘI VỤ', 'Sở Nội vụ'.normalize('NFD'), 'Sở Nội νụ'])
      expect((await admin.refused(organisationCreate, { body: { name, kind: 'unit', parentId: province } })).code).toBe(
        'organisation.name_taken',
      );
    await child(admin, 'Sở Nội vụ', commune);
  });

  test('an old name stays readable for the days it was in force', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const organisation = await child(admin, 'Phòng Cũ');
    await admin.call(organisationRename, {
      params: { organisation },
      body: { name: 'Phòng Mới', validFrom: '2026-03-01' },
    });
    await admin.call(organisationRename, {
      params: { organisation },
      body: { name: 'Phòng Mới nhất', validFrom: '2026-06-01' },
    });
    for (const [on, name] of [
      ['2026-02-28', 'Phòng Cũ'],
      ['2026-03-01', 'Phòng Mới'],
      ['2026-06-01', 'Phòng Mới nhất'],
    ])
      expect(
        (await admin.call(organisationList, { query: { parent: province, on } })).items.find(
          ({ id }) => id === organisation,
        )?.name,
      ).toBe(name);
    expect(
      (await admin.call(organisationList, { query: { parent: province, on: '2025-06-30' } })).items.some(
        ({ id }) => id === organisation,
      ),
    ).toBe(false);
    expect(
      (
        await admin.refused(organisationRename, {
          params: { organisation },
          body: { name: 'Mai', validFrom: '2027-01-01' },
        })
      ).code,
    ).toBe('registry.future_date');
  });

  test('units merge: the new one takes the systems and keeps whom it followed', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const [a, b] = [await child(admin, 'Sở Thông tin'), await child(admin, 'Sở Khoa học')];
    const portal = await system(admin, 'Cổng', { ownerId: a, operatorId: b });
    const organisation = { name: 'Sở Khoa học', kind: 'department' as const, parentId: province };
    const { id } = await admin.call(organisationMerge, {
      body: { sources: [a, b], into: { kind: 'new', organisation }, on: '2025-07-01' },
    });
    const read = await admin.call(organisationRead, { params: { organisation: id } });
    expect(read.predecessors.map((one) => one.id).sort()).toEqual([a, b].sort());
    expect((await admin.call(organisationRead, { params: { organisation: a } })).successor?.id).toBe(id);
    const { owner, operator } = await admin.call(systemRead, { params: { system: portal } });
    expect([owner.id, operator.id]).toEqual([id, id]);
    expect(await names(admin, { parent: province })).not.toContain('Sở Thông tin');
    const c = await child(admin, 'Trung tâm nhỏ');
    await admin.call(organisationMerge, { body: { sources: [c], into: { kind: 'existing', id }, on: '2026-01-01' } });
    expect((await admin.call(organisationRead, { params: { organisation: id } })).predecessors).toHaveLength(3);
    expect(
      (
        await admin.refused(organisationMerge, {
          body: { sources: [c], into: { kind: 'existing', id }, on: '2026-01-01' },
        })
      ).code,
    ).toBe('organisation.closed');
    expect(
      (
        await admin.refused(organisationMerge, {
          body: { sources: [id], into: { kind: 'existing', id }, on: '2026-01-01' },
        })
      ).code,
    ).toBe('organisation.closed');
  });

  test('an organisation ends only when nothing hangs on it', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const organisation = await child(admin, 'Ban Quản lý');
    const below = await child(admin, 'Tổ', organisation);
    const close = (id: string) => ({ params: { organisation: id }, body: { validTo: '2026-11-01' } });
    expect((await admin.refused(organisationClose, close(organisation))).code).toBe('organisation.has_children');
    await admin.call(organisationClose, close(below));
    const used = await system(admin, 'Hệ thống của Ban', { ownerId: organisation });
    expect((await admin.refused(organisationClose, close(organisation))).code).toBe('organisation.has_systems');
    await admin.call(systemRetire, { params: { system: used }, body: { on: '2026-10-01' } });
    await admin.call(organisationClose, close(organisation));
    expect((await admin.refused(organisationClose, close(organisation))).code).toBe('organisation.closed');
    await child(admin, 'Ban Quản lý');
  });

  test('how a system is reached is for those who answer for it', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const id = await system(officer, 'Cổng dịch vụ', { level: 3 });
    await officer.call(contactAdd, { params: { system: id }, body: { name: 'Thạch Trực', phone: '0270 000 0000' } });
    const read = async (login: Parameters<App['as']>[0]) =>
      (await app.as(login)).call(systemRead, { params: { system: id } });
    for (const login of ['admin', 'organiser', 'officer', 'head'] as const) {
      const { domains, addresses, contactList } = await read(login);
      expect([domains, addresses, contactList[0]?.phone]).toEqual([
        ['cong.vinhlong-mau.example'],
        ['192.0.2.10'],
        '0270 000 0000',
      ]);
    }
    for (const login of ['staff', 'leader', 'commune-officer'] as const) {
      const text = JSON.stringify(await read(login));
      for (const secret of ['cong.vinhlong-mau', '192.0.2.10', '0270']) expect(text).not.toContain(secret);
    }
    // A member of an attack team learns nothing of a province; one of the operator's people sees what the own house runs.
    expect((await (await app.as('red2')).refused(systemRead, { params: { system: id } })).code).toBe('not_found');
    expect((await (await app.as('red2')).call(systemList, { query: {} })).total).toBe(0);
    expect((await (await app.as('red')).call(systemList, { query: {} })).items.map((one) => one.id)).toEqual([id]);
  });

  test('systems are listed by filters, words and level, page by page', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    await system(admin, 'Thư điện tử', { level: 2 });
    await system(admin, 'Điều hành', { level: 4, ownerId: commune });
    await system(admin, 'Ấn chỉ', { level: 4 });
    await system(admin, 'Chưa phân loại');
    const list = async (query: Record<string, unknown>) =>
      (await admin.call(systemList, { query })).items.map(({ name }) => name);
    expect(await list({})).toEqual(['Ấn chỉ', 'Chưa phân loại', 'Điều hành', 'Thư điện tử']);
    expect(await list({ sort: 'level' })).toEqual(['Ấn chỉ', 'Điều hành', 'Thư điện tử', 'Chưa phân loại']);
    expect(await list({ level: 4, organisation: commune })).toEqual(['Điều hành']);
    expect(await list({ level: 0 })).toEqual(['Chưa phân loại']);
    expect(await list({ search: 'dieu hanh' })).toEqual(['Điều hành']);
    for (const sort of ['name', 'level'] as const) {
      const whole = await list({ sort });
      const paged: string[] = [];
      for (let after: string | undefined; paged.length < whole.length;) {
        const page = await admin.call(systemList, { query: { sort, limit: 1, after } });
        paged.push(...page.items.map(({ name }) => name));
        expect(page.total).toBe(4);
        after = page.next ?? undefined;
      }
      expect(paged).toEqual(whole);
    }
  });

  test('what falls with a system follows the links', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const [dc, lgsp, tthc] = [
      await system(officer, 'Trung tâm dữ liệu'),
      await system(officer, 'LGSP'),
      await system(officer, 'TTHC'),
    ];
    await officer.call(systemLink, { params: { system: lgsp }, body: { toId: dc, kind: 'hosted_on' } });
    await officer.call(systemLink, {
      params: { system: tthc },
      body: { toId: lgsp, kind: 'data_exchange', note: 'qua trục' },
    });
    const read = async (id: string) => officer.call(systemRead, { params: { system: id } });
    expect((await read(dc)).dependents.map(({ system: { name }, distance }) => [name, distance])).toEqual([
      ['LGSP', 1],
      ['TTHC', 2],
    ]);
    expect((await read(tthc)).links).toEqual([
      { system: { id: lgsp, name: 'LGSP' }, kind: 'data_exchange', note: 'qua trục' },
    ]);
    expect(
      (await officer.refused(systemLink, { params: { system: dc }, body: { toId: dc, kind: 'component' } })).code,
    ).toBe('system.link_self');
    await officer.call(systemUnlink, { params: { system: lgsp }, body: { toId: dc, kind: 'hosted_on' } });
    expect((await read(dc)).dependents).toEqual([]);
  });

  test("a change over somebody else's change is refused, and so is one of a retired system", async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const id = await system(officer, 'Cổng');
    const { updatedAt } = await officer.call(systemRead, { params: { system: id } });
    app.clock.pass(1_000);
    const body = { name: 'Cổng mới', type: 'Cổng thông tin', ownerId: department, operatorId: vendor, updatedAt };
    await officer.call(systemUpdate, { params: { system: id }, body });
    expect((await officer.refused(systemUpdate, { params: { system: id }, body: { ...body, name: 'Đè' } })).code).toBe(
      'conflict.stale',
    );
    expect(
      (await officer.refused(systemUpdate, { params: { system: id }, body: { ...body, ownerId: commune } })).code,
    ).toBe('forbidden');
    await officer.call(systemRetire, { params: { system: id }, body: { on: '2026-11-01', reason: 'thay thế' } });
    expect((await officer.refused(systemRetire, { params: { system: id }, body: { on: '2026-11-01' } })).code).toBe(
      'system.retired',
    );
    expect((await officer.refused(systemUpdate, { params: { system: id }, body })).code).toBe('system.retired');
    const { name, status, retiredOn } = await officer.call(systemRead, { params: { system: id } });
    expect([name, status, retiredOn]).toEqual(['Cổng mới', 'retired', '2026-11-01']);
  });

  test('a contact grows stale and is confirmed by the person named', async () => {
    const app = await givenApp(dialect);
    const officer = await app.as('officer');
    const id = await system(officer, 'Cổng');
    const { id: contact } = await officer.call(contactAdd, {
      params: { system: id },
      body: { accountId: accountId('staff'), name: 'Võ Nhân Viên', phone: '1' },
    });
    const freshness = async () => (await officer.call(systemList, { query: {} })).items[0]?.contacts;
    expect(await freshness()).toBe('fresh');
    app.clock.pass(91 * day);
    const later = await reopened(app, 'officer');
    expect((await later.call(systemRead, { params: { system: id } })).contactList[0]?.freshness).toBe('stale');
    expect(
      (await (await reopened(app, 'leader')).refused(contactConfirm, { params: { system: id, contact } })).code,
    ).toBe('forbidden');
    await (await reopened(app, 'staff')).call(contactConfirm, { params: { system: id, contact } });
    expect((await later.call(systemRead, { params: { system: id } })).contacts).toBe('fresh');
    await later.call(contactSet, {
      params: { system: id, contact },
      body: { name: 'Võ Thị Nhân Viên', email: 'nv@vinhlong-mau.example' },
    });
    expect((await later.call(systemRead, { params: { system: id } })).contactList).toMatchObject([
      { name: 'Võ Thị Nhân Viên', phone: '', accountId: null },
    ]);
    await later.call(contactRemove, { params: { system: id, contact } });
    expect((await later.call(systemRead, { params: { system: id } })).contacts).toBe('never');
    expect((await later.refused(contactConfirm, { params: { system: id, contact } })).code).toBe('not_found');
  });

  test('response teams and clusters', async () => {
    const app = await givenApp(dialect);
    const [admin, officer] = [await app.as('admin'), await app.as('officer')];
    const { id: cluster } = await admin.call(clusterCreate, {
      body: { name: 'Cụm số 9', number: 9, memberIds: [province], otherMembers: ['Cần Thơ'] },
    });
    const team = { name: 'Đội ứng cứu', organisationId: department, clusterId: cluster, network: true };
    const { id } = await officer.call(responseTeamCreate, { body: team });
    expect((await officer.refused(responseTeamCreate, { body: { ...team, organisationId: commune } })).code).toBe(
      'forbidden',
    );
    await officer.call(responseTeamUpdate, {
      params: { team: id },
      body: { ...team, name: 'Đội ứng cứu sự cố', revision: 0 },
    });
    expect(
      (await officer.refused(responseTeamUpdate, { params: { team: id }, body: { ...team, name: 'Đè', revision: 0 } }))
        .code,
    ).toBe('conflict.stale');
    expect((await admin.call(responseTeamList, { query: { search: 'ung cuu', cluster } })).items).toMatchObject([
      { name: 'Đội ứng cứu sự cố', cluster: { name: 'Cụm số 9' }, revision: 1 },
    ]);
    await admin.call(clusterUpdate, {
      params: { cluster },
      body: { name: 'Cụm số 9', memberIds: [], otherMembers: ['Cần Thơ', 'Cà Mau'], revision: 0 },
    });
    expect(
      (await admin.refused(clusterUpdate, { params: { cluster }, body: { name: 'Đè', memberIds: [], revision: 0 } }))
        .code,
    ).toBe('conflict.stale');
    expect((await admin.call(clusterList)).items).toMatchObject([
      { members: [], otherMembers: ['Cần Thơ', 'Cà Mau'], number: null },
    ]);
    expect((await officer.refused(clusterCreate, { body: { name: 'X' } })).code).toBe('forbidden');
  });
});

/** Signed in anew: sessions do not outlive months. */
async function reopened(app: App, login: string): Promise<Client> {
  const browser = app.visitor();
  await browser.call(sessionCreate, { body: { login, password } });
  return browser;
}
