import { describe, expect, test } from 'vitest';
import { checkpointList, logExport, logExportShared, logHead, logRead, auditRead } from '#api/contract/log.ts';
import { urlOf } from '#api/contract/call.ts';
import type { FindingFields } from '#api/domain/drill/claim.ts';
import { verifyLog } from '#api/domain/verify.ts';
import { signCheckpoint } from '#api/kernel/checkpoint.ts';
import { checkStreams } from '#api/log/check-streams.ts';
import { nodeTools } from '#api/log/tools.ts';
import { teamFormed } from '#test/drill-events.ts';
import { accountId, eachDialect, givenApp } from '#test/given.ts';
import type { App, Client } from '#test/given.ts';

const drill = 'dien-tap';
const stream = `drill:${drill}`;
const params = { drill };

const finding: FindingFields = {
  targetId: 'muc-tieu',
  title: 'Bí mật của đội đỏ',
  endpoint: '',
  techniqueId: null,
  severity: 'high',
  impacts: [],
  foundAt: 1_790_000_000_000,
  description: 'mo-ta-rieng',
  fixNow: '',
  fixLong: '',
};

/** Two teams, each with something of its own in the log. */
async function givenDrill(app: App): Promise<void> {
  await app.given(stream, [
    teamFormed('do', 'red', { name: 'Đội do' }),
    teamFormed('do2', 'red', { name: 'Đội do2' }),
    teamFormed('xanh', 'blue', { name: 'Đội xanh' }),
  ]);
  await app.seat(drill, 'control', 'control');
  await app.seat(drill, 'judge', 'judge');
  await app.seat(drill, 'observer', 'observer');
  await app.seat(drill, 'red', 'red', 'do');
  await app.seat(drill, 'red2', 'red', 'do2');
  await app.seat(drill, 'blue', 'blue', 'xanh');
  await app.given(
    stream,
    [
      { type: 'claim.drafted', subject: 'phat-hien', payload: { claimId: 'phat-hien', teamId: 'do', finding } },
      {
        type: 'drill.announced',
        subject: null,
        payload: { text: 'Toàn thể chú ý', audience: 'everyone', mustRead: false },
      },
      {
        type: 'drill.announced',
        subject: null,
        payload: { text: 'Riêng đội xanh', audience: 'blue', mustRead: false },
      },
    ],
    accountId('red'),
  );
}

const publish = (app: App) => app.given(stream, [{ type: 'drill.published', subject: null, payload: { prizes: [] } }]);

async function download(client: Client, operation: typeof logExport | typeof logExportShared): Promise<string> {
  const response = await client.fetch(urlOf(operation, { params }));
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain('.ndjson');
  return response.text();
}

eachDialect((dialect) => {
  describe('the log of a drill', () => {
    test('is read by control and judges, page by page, in both orders and filtered', async () => {
      const app = await givenApp(dialect);
      await givenDrill(app);
      const control = await app.as('control');
      const all = await control.call(logRead, { params, query: {} });
      expect(all.items.map((item) => item.seq)).toEqual(all.items.map((_, i) => i + 1));
      expect(all.next).toBeNull();
      const first = await control.call(logRead, { params, query: { limit: 4 } });
      const second = await control.call(logRead, { params, query: { limit: 200, after: first.next ?? '' } });
      expect([...first.items, ...second.items]).toEqual(all.items);
      const newest = await control.call(logRead, { params, query: { order: 'newest' } });
      expect(newest.items).toEqual(all.items.toReversed());
      const submitted = { claimId: 'phat-hien', number: 'PH-0001', foundAt: finding.foundAt };
      await app.given(
        stream,
        [{ type: 'claim.submitted', subject: 'phat-hien', payload: submitted }],
        accountId('red'),
      );
      const claims = await (await app.as('judge')).call(logRead, { params, query: { type: 'claim.' } });
      expect(claims.items).toMatchObject([
        { type: 'claim.drafted', actorName: 'Dương Tấn Công', payload: { teamId: 'do' } },
        { type: 'claim.submitted' },
      ]);
      const mine = await control.call(logRead, { params, query: { actor: accountId('red'), type: 'drill.announced' } });
      expect(mine.items).toHaveLength(2);
    });

    test('opens to players when the drill is published, and shows each side only its own', async () => {
      const app = await givenApp(dialect);
      await givenDrill(app);
      for (const login of ['red', 'blue', 'observer'] as const)
        expect(await (await app.as(login)).refused(logRead, { params, query: {} })).toMatchObject({
          code: 'drill.wrong_phase',
        });
      expect(await (await app.as('user')).refused(logRead, { params, query: {} })).toMatchObject({ code: 'not_found' });
      expect(await (await app.as('red')).refused(logExport, { params })).toMatchObject({ code: 'forbidden' });
      await publish(app);
      const read = async (login: 'red' | 'red2' | 'blue' | 'observer') =>
        JSON.stringify(
          (await (await app.as(login)).call(logRead, { params, query: {} })).items.map((item) => item.payload),
        );
      expect(await read('red')).toContain('mo-ta-rieng');
      for (const login of ['red2', 'blue', 'observer'] as const) expect(await read(login)).not.toContain('mo-ta-rieng');
      expect(await read('blue')).toContain('Riêng đội xanh');
      expect(await read('red')).not.toContain('Riêng đội xanh');
      expect(await read('observer')).toContain('Toàn thể chú ý');
      const { items } = await (await app.as('red')).call(logRead, { params, query: {} });
      expect(items.every(({ actorName }) => actorName === null)).toBe(true);
    });

    test('is exported as a sealed file which verifies, whole for control and as digests for the others', async () => {
      const app = await givenApp(dialect);
      await givenDrill(app);
      await publish(app);
      const whole = await download(await app.as('control'), logExport);
      const count = 12 + 1;
      expect(await verifyLog([whole], nodeTools)).toMatchObject({ ok: true, entries: count, withheld: 0 });
      expect(whole).toContain('mo-ta-rieng');
      for (const login of ['red2', 'blue', 'observer'] as const) {
        const shared = await download(await app.as(login), logExportShared);
        const verdict = await verifyLog([shared], nodeTools);
        expect(verdict).toMatchObject({ ok: true, entries: count });
        expect(verdict.ok && verdict.withheld).toBeGreaterThan(0);
        expect(shared).not.toContain('mo-ta-rieng');
      }
      const changed = whole.replace('mo-ta-rieng', 'mo-ta-riemg');
      expect(await verifyLog([changed], nodeTools)).toMatchObject({ ok: false, fault: { seq: 10, code: 'digest' } });
    });

    test('asks for a fresh proof of identity before the whole log leaves', async () => {
      const app = await givenApp(dialect);
      await givenDrill(app);
      const control = await app.as('control');
      app.clock.pass(11 * 60_000);
      expect(await control.refused(logExport, { params })).toMatchObject({ code: 'session.step_up' });
    });

    test('is witnessed: statements name the head, and nothing from beyond a freeze', async () => {
      const app = await givenApp(dialect);
      await givenDrill(app);
      const blue = await app.as('blue');
      expect(await blue.call(logHead, { params })).toEqual({ stream, checkpoint: null, key: null });
      const kept = await signCheckpoint(app.kernel, stream, 'interval');
      const head = await blue.call(logHead, { params });
      expect(head).toMatchObject({ checkpoint: { seq: 12, hash: kept?.hash }, key: { id: kept?.key_id } });
      const minute = 60_000;
      await app.given(stream, [
        { type: 'drill.started', subject: null, payload: { durationMs: 60 * minute, freezeAfterMs: null } },
        { type: 'board.frozen', subject: null, payload: { reason: 'cuối giờ' } },
      ]);
      const atFreeze = await blue.call(logHead, { params });
      app.clock.pass(minute);
      await app.given(stream, [
        { type: 'score.adjusted', subject: 'do', payload: { teamId: 'do', points: 100, reason: 'x', rule: 'bonus' } },
      ]);
      app.clock.pass(minute);
      await signCheckpoint(app.kernel, stream, 'interval');
      expect(await blue.call(logHead, { params })).toEqual(atFreeze);
      const list = await (await app.as('control')).call(checkpointList, { params, query: { limit: 1 } });
      expect(list.items).toMatchObject([{ seq: 15 }]);
      const older = await (await app.as('control')).call(checkpointList, { params, query: { after: list.next ?? '' } });
      expect(older.items.at(-1)).toMatchObject({ seq: 12 });
      expect((await blue.call(checkpointList, { params, query: {} })).items.every((item) => item.seq < 15)).toBe(true);
    });
  });

  test('administrators read the log of accounts, newest first; nobody else does', async () => {
    const app = await givenApp(dialect);
    const admin = await app.as('admin');
    const page = await admin.call(auditRead, { query: { limit: 5, type: 'role.' } });
    expect(page.items).toHaveLength(5);
    expect(
      page.items.every(
        (item, i, all) => item.type === 'role.granted' && (i === 0 || item.seq < (all[i - 1]?.seq ?? 0)),
      ),
    ).toBe(true);
    expect(page.next).not.toBeNull();
    expect(await (await app.as('organiser')).refused(auditRead, { query: {} })).toMatchObject({ code: 'forbidden' });
    const local = { accountId: accountId('staff'), role: 'admin' as const, organisationId: 'unit-department' };
    await app.given('system', [{ type: 'role.granted', subject: local.accountId, payload: local }]);
    expect(await (await app.as('staff')).refused(auditRead, { query: {} })).toMatchObject({ code: 'forbidden' });
  });

  test('every chain of a database is walked, and a changed row is named', async () => {
    const app = await givenApp(dialect);
    await givenDrill(app);
    await signCheckpoint(app.kernel, stream, 'interval');
    const check = async () => collect(checkStreams(app.kernel.db.read));
    expect((await check()).every(({ fault }) => fault === null)).toBe(true);
    // The one change the triggers let through is blanking; nothing in the log says who did it and why.
    await app.kernel.db.transact((trx) =>
      trx
        .updateTable('event')
        .set({ payload: '{}', salt: null })
        .where('stream', '=', stream)
        .where('seq', '=', 10)
        .execute(),
    );
    expect(await check()).toContainEqual({ stream, entries: 12, fault: { seq: 10, code: 'redaction' } });
    await app.kernel.db.transact((trx) =>
      trx
        .updateTable('stream')
        .set({ hash: 'f'.repeat(64) })
        .where('stream', '=', stream)
        .execute(),
    );
    expect(await check()).toContainEqual({ stream, entries: 12, fault: { seq: 12, code: 'head' } });
    await app.kernel.db.transact((trx) =>
      trx
        .updateTable('checkpoint')
        .set({ hash: 'e'.repeat(64) })
        .where('stream', '=', stream)
        .execute(),
    );
    expect(await check()).toContainEqual({ stream, entries: 0, fault: { seq: 12, code: 'checkpoint_signature' } });
  });
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
