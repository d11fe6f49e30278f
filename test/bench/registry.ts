import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountList } from '#api/contract/people.ts';
import { drillList } from '#api/contract/drill-views.ts';
import { incidentList } from '#api/contract/incidents.ts';
import type { OperationShape, RequestOf } from '#api/contract/operation.ts';
import {
  organisationList,
  organisationMerge,
  organisationMove,
  organisationRead,
} from '#api/contract/organisations.ts';
import { postureRead } from '#api/contract/posture.ts';
import { systemList } from '#api/contract/systems.ts';
import { system } from '#api/domain/actor.ts';
import { silent } from '#api/kernel/logger.ts';
import { importRegistry } from '#api/registry/import.ts';
import { createRuntime } from '#api/runtime.ts';
import { expandSample } from '#db/reference/sample-province.ts';
import { createClient } from '#test/client.ts';
import { accountId } from '#test/people.ts';
import { openSessionOf, seedPeople } from '#test/seed.ts';
import { ms, percentile, report } from './table.ts';

const size = { orgs: 300, accounts: 7_300, portals: 50 };
const times = 60;
const target = 50;

/** Lists and searches over a register of the size the reports name: 300 organisations, 7,300 accounts, 50 portals. */
export async function benchRegistry(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-registry-'));
  const runtime = await createRuntime({
    database: join(folder, 'registry.db'),
    evidenceDir: join(folder, 'evidence'),
    logger: silent,
    jobsEvery: 0,
  });
  try {
    const { kernel } = runtime;
    await seedPeople(kernel);
    const { organisations, accounts, portals } = expandSample(size);
    const begun = performance.now();
    const ids = await importRegistry(kernel, system, {
      organisations,
      accounts: accounts.map(({ role, ...account }) => ({
        ...account,
        login: `x-${account.login}`,
        roles: [{ role, org: account.org }],
      })),
      systems: portals.map(portal),
    });
    report({
      what: `register entered: ${organisations.length} organisations, ${accounts.length} accounts, ${portals.length} portals`,
      ours: `${((performance.now() - begun) / 1_000).toFixed(1)} s`,
      target: 'reported',
      met: null,
    });

    const admin = createClient((request, from) => runtime.app.fetch(request, from));
    admin.cookies.set('__Host-tt_session', await openSessionOf(kernel, accountId('admin'), admin.address));
    const once = async <O extends OperationShape>(what: string, operation: O, request: RequestOf<O>) => {
      const taken: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const start = performance.now();
        await admin.call(operation, request as never);
        taken.push(performance.now() - start);
      }
      const p95 = percentile(taken, 95);
      report({
        what,
        ours: `${ms(percentile(taken, 50))}, p95 ${ms(p95)}`,
        target: `p95 ≤ ${target} ms`,
        met: p95 <= target,
      });
    };
    const province =
      ids.organisations.get(organisations.find(({ kind, validTo }) => kind === 'province' && !validTo)?.key ?? '') ??
      '';
    await once('organisations: tree of the province', organisationList, { query: { parent: province, limit: 200 } });
    await once('organisations: the same on a past day', organisationList, {
      query: { parent: province, limit: 200, on: '2025-06-01' },
    });
    await once('organisations: all below, on a past day', organisationList, {
      query: { under: province, limit: 200, on: '2026-01-01' },
    });
    await once('organisations: one', organisationRead, { params: { organisation: province } });
    await once('accounts: first page', accountList, { query: {} });
    await once('accounts: search “nguyen thi”', accountList, { query: { search: 'nguyen thi' } });
    await once('accounts: of one organisation and below', accountList, { query: { organisation: province } });
    const { next } = await admin.call(accountList, { query: { limit: 200 } });
    await once('accounts: second page of 200', accountList, { query: { limit: 200, after: next ?? '' } });
    await once('systems: by level', systemList, { query: { sort: 'level' } });
    await once('systems: search “cong thong tin”', systemList, { query: { search: 'cong thong tin' } });
    await once('search page: systems', systemList, { query: { search: 'giao duc', limit: 6 } });
    await once('search page: organisations', organisationList, { query: { search: 'giao duc', limit: 6 } });
    await once('search page: incidents', incidentList, { query: { search: 'giao duc', limit: 6 } });
    await once('search page: drills', drillList, { query: { search: 'giao duc', limit: 6 } });
    await once('search page: accounts', accountList, { query: { search: 'giao duc', limit: 6, state: 'all' } });
    await once('posture of the province', postureRead, { params: { organisation: province } });

    const [from, into, moved] = (
      await admin.call(organisationList, { query: { parent: province, limit: 200 } })
    ).items.filter(({ children }) => children === 0);
    const act = async (what: string, run: () => Promise<unknown>) => {
      const start = performance.now();
      await run();
      report({ what, ours: ms(performance.now() - start), target: 'reported', met: null });
    };
    const on = '2026-11-01';
    await act('merge of two organisations with their people', () =>
      admin.call(organisationMerge, {
        body: { sources: [from?.id ?? ''], into: { kind: 'existing', id: into?.id ?? '' }, on },
      }),
    );
    await act('move of an organisation', () =>
      admin.call(organisationMove, {
        params: { organisation: moved?.id ?? '' },
        body: { parentId: into?.id ?? '', validFrom: on },
      }),
    );
  } finally {
    await runtime.close();
    await rm(folder, { recursive: true, force: true });
  }
}

type Portal = ReturnType<typeof expandSample>['portals'][number];
const portal = (one: Portal) => ({
  key: one.key,
  name: one.name,
  shortName: null,
  group: 'public',
  type: 'Cổng thông tin điện tử',
  level: 2,
  levelBasis: null,
  owner: one.org,
  operator: one.org,
  status: 'operating' as const,
  domains: [one.domain],
  addresses: [],
  hostedOn: null,
  links: [],
  predecessors: [],
  successor: null,
  users: null,
  usersNote: null,
  contacts: [],
  dossier: null,
  validTo: null,
  note: null,
});
