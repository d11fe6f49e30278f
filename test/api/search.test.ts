import { expect, test } from 'vitest';
import { drillList } from '#api/contract/drill-views.ts';
import { organisationList } from '#api/contract/organisations.ts';
import { accountList } from '#api/contract/people.ts';
import { systemCreate, systemList } from '#api/contract/systems.ts';
import { eachDialect, givenApp, units } from '#test/given.ts';
import { approve, plannedDrill } from './drill-given.ts';

const { department } = units;

eachDialect((dialect) => {
  test('every list finds words without marks, with the input method off, and by their older name', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const body = { type: 'Nền tảng', ownerId: department, operatorId: department };
    await admin.call(systemCreate, { body: { ...body, name: 'Nền tảng giám sát an toàn thông tin' } });
    const systems = async (search: string) => (await admin.call(systemList, { query: { search } })).total;
    for (const search of ['nen tang', 'NỀN TẢNG', 'neenf tangr', 'Nền tảng'.normalize('NFD'), 'an ninh mạng', 'ATTT'])
      expect([search, await systems(search)]).toEqual([search, 1]);
    expect(await systems('nen tang khac')).toBe(0);
    const organisations = (await admin.call(organisationList, { query: { search: 'khoa hocj coong nghej' } })).items;
    expect(organisations.map(({ id }) => id)).toEqual([department]);
    const people = (await admin.call(accountList, { query: { search: 'quanr trij' } })).items;
    expect(people.map(({ login }) => login)).toEqual(['admin']);
  });

  test('a drill is found by whoever may see it, and by nobody else', async () => {
    const app = await givenApp(dialect);
    const drill = await plannedDrill(app);
    const { id } = drill;
    const name = 'Diễn tập tỉnh Vĩnh Long (mẫu)';
    const found = async (login: Parameters<typeof app.as>[0], search: string) =>
      (await (await app.as(login)).call(drillList, { query: { search } })).items.map((row) => row.id);
    expect(await found('red', 'dien tap')).toEqual([]);
    await approve(app, drill);
    for (const search of [name, name.toUpperCase(), 'dien tap', 'dieenx taapj'])
      for (const login of ['organiser', 'leader', 'red'] as const) expect(await found(login, search)).toEqual([id]);
    // Who keeps accounts and systems runs no drills; a stranger to it does not learn that there is one.
    for (const login of ['admin', 'officer', 'user'] as const) expect(await found(login, 'dien tap')).toEqual([]);
  });
});
