import { expect, test } from 'vitest';
import { accountList } from '#api/contract/people.ts';
import { organisationList } from '#api/contract/organisations.ts';
import { systemList, systemRead } from '#api/contract/systems.ts';
import { hashPassword } from '#api/auth/password.ts';
import { sessionCreate } from '#api/contract/auth.ts';
import { system } from '#api/domain/actor.ts';
import { replayCheck } from '#api/log/replay.ts';
import { importRegistry } from '#api/registry/import.ts';
import {
  expandSample,
  sampleClusters,
  sampleOrganisations,
  samplePeople,
  sampleResponseTeams,
  sampleSystems,
} from '#db/reference/sample-province.ts';
import { eachDialect, givenApp, password, sqlite, units } from '#test/given.ts';

eachDialect((dialect) => {
  test('the sample province is entered through the log and found again', async () => {
    const app = await givenApp(dialect);
    const verifier = await hashPassword(password);
    const accounts = samplePeople.map(({ key, name, org, email, roles }) => ({
      login: `mau-${key}`,
      name,
      org,
      email,
      roles: roles.map((role) => ({ role, org })),
      verifier,
    }));
    const systems = sampleSystems.map((one) => ({
      ...one,
      contacts: one.contacts.map((contact) => ({ ...contact, person: `mau-${contact.person}` })),
    }));
    const ids = await importRegistry(app.kernel, system, {
      organisations: sampleOrganisations,
      clusters: sampleClusters,
      responseTeams: sampleResponseTeams,
      accounts,
      systems,
    });
    const admin = await app.as('admin');
    const { total } = await admin.call(systemList, { query: {} });
    expect(total).toBe(sampleSystems.length);
    const tthc = await admin.call(systemRead, { params: { system: ids.systems.get('tthc') ?? '' } });
    expect(tthc.predecessors.length).toBeGreaterThan(0);
    const hosts = sampleSystems.filter(({ hostedOn }) => hostedOn !== null);
    const host = hosts[0]?.hostedOn ?? '';
    const { dependents } = await admin.call(systemRead, { params: { system: ids.systems.get(host) ?? '' } });
    expect(dependents.map((one) => one.system.id)).toContain(ids.systems.get(hosts[0]?.key ?? ''));
    expect((await replayCheck(app.kernel.db, app.kernel.projectors)).first).toBeNull();
    await app.visitor().call(sessionCreate, { body: { login: `mau-${samplePeople[0]?.key}`, password } });
  });

  test('a key that nothing bears stops the import before anything is written', async () => {
    const app = await givenApp(dialect);
    const broken = sampleOrganisations.slice(0, 3).map((one) => ({ ...one, parent: 'khong-co' }));
    await expect(importRegistry(app.kernel, system, { organisations: broken })).rejects.toThrow('khong-co');
    const seeded = await app.kernel.db.read.selectFrom('organisation').select('id').execute();
    expect(seeded.map(({ id }) => id).sort()).toEqual(Object.values(units).sort());
  });
});

test('300 organisations and 7,300 accounts are entered, listed and searched page by page', async () => {
  const app = await givenApp(sqlite);
  const { organisations, accounts } = expandSample({ orgs: 300, accounts: 7_300, portals: 0 });
  await importRegistry(app.kernel, system, {
    organisations,
    accounts: accounts.map(({ login, name, email, org, role }) => ({
      login: `mau-${login}`,
      name,
      email,
      org,
      roles: [{ role, org }],
    })),
  });
  const admin = await app.as('admin');
  const living = organisations.filter(({ validTo }) => validTo === null).length + Object.keys(units).length;
  expect((await admin.call(organisationList, { query: { on: '2026-11-16' } })).total).toBe(living);
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const { items, next, total } = await admin.call(accountList, { query: { after, limit: 200, search: 'nguyen' } });
    for (const item of items) seen.add(item.id);
    expect(items.every(({ name, login }) => /nguyễn/i.test(name) || login.includes('nguyen'))).toBe(true);
    after = next ?? undefined;
    if (after === undefined) expect(seen.size).toBe(total);
  } while (after !== undefined);
  expect(seen.size).toBeGreaterThan(100);
});
