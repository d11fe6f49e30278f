import { expect, it, onTestFinished } from 'vitest';
import { createApp } from '#api/app.ts';
import { areas, liveSources } from '#api/areas.ts';
import { urlOf } from '#api/contract/call.ts';
import { isCommand } from '#api/contract/operation.ts';
import type { OperationShape } from '#api/contract/operation.ts';
import { organisationRoles, seatRoles } from '#api/domain/actor.ts';
import type { Actor } from '#api/domain/actor.ts';
import { Live } from '#api/live/live.ts';
import { givenApp, sqlite } from '#test/given.ts';
import { sampleOf } from '#test/sample.ts';

const drill = 'drill-1';
const boom = (): never => {
  throw Object.assign(new Error('select verifier from credential: SQLITE_ERROR near "mật-khẩu" in /srv/app/api/x.ts'), {
    code: 'SQLITE_ERROR',
    sql: 'select verifier',
  });
};

it('a fault in whichever handler is answered with a request id and nothing of what went wrong (R59)', async () => {
  const app = await givenApp(sqlite);
  const { kernel } = app;
  const everybody: Actor = {
    ...(await import('#api/domain/actor.ts')).anonymous,
    kind: 'user',
    id: 'account-admin',
    grants: organisationRoles.map((role) => ({ role, organisationId: '*' })),
    seats: seatRoles.map((role) => ({ drillId: drill, role, teamId: null, captain: true })),
    freshAt: kernel.clock.now(),
  };
  const commands = areas.flatMap((area) => area.commands).map((one) => ({ ...one, prepare: boom, load: boom }));
  const queries = areas.flatMap((area) => area.queries).map(({ operation }) => ({ operation, run: boom }));
  const live = new Live(kernel, liveSources);
  onTestFinished(() => live.close());
  const failing = createApp(kernel, {
    identify: async () => everybody,
    surface: { commands, queries },
    live,
    upload: { path: '/uploads', handle: boom },
    proxy: { addressHeader: null, configured: false },
  });
  const paramsOf = (operation: OperationShape) => {
    const sample = operation.params ? (sampleOf(operation.params) as Record<string, string>) : {};
    return 'drill' in sample ? { ...sample, drill } : sample;
  };
  const wrong: string[] = [];
  for (const { operation } of [...commands, ...queries]) {
    const query = operation.query ? (sampleOf(operation.query) as Record<string, unknown>) : {};
    const init: RequestInit = { method: operation.method };
    if (isCommand(operation)) {
      init.headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      init.body = JSON.stringify(operation.body ? sampleOf(operation.body) : {});
    }
    const before = app.log.length;
    const response = await failing.fetch(
      new Request(`http://localhost${urlOf(operation, { params: paramsOf(operation), query })}`, init),
    );
    const text = await response.text();
    const headers = [...response.headers].join('\n');
    const { requestId, ...rest } = JSON.parse(text) as Record<string, unknown>;
    const plain = {
      type: 'urn:thao-truong:problem:server.error',
      status: 500,
      code: 'server.error',
      params: {},
      issues: [],
    };
    const told = app.log.slice(before).filter((line) => line['event'] === 'defect' && line['requestId'] === requestId);
    if (
      JSON.stringify(rest) !== JSON.stringify(plain) ||
      /select|SQLITE|\/srv|\.ts|mật-khẩu|\bat /i.test(text + headers)
    )
      wrong.push(`${operation.name}: ${text}`);
    if (told.length !== 1 || !String(told[0]?.['error']).includes('/srv/app'))
      wrong.push(`${operation.name} is not logged`);
  }
  expect(wrong).toEqual([]);
  expect(commands.length + queries.length).toBeGreaterThan(100);
});
