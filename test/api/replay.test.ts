import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { notRebuilt } from '#api/log/compare-tables.ts';
import { replayCheck } from '#api/log/replay.ts';
import { areas } from '#api/areas.ts';
import { eachDialect, givenApp } from '#test/given.ts';
import type { Tables } from '#db/schema.ts';

const projectors = areas.map(({ projector }) => projector);

eachDialect((dialect) => {
  describe('replay', () => {
    test('rebuilds every row, and finds a changed, a missing and an added one', async () => {
      const app = await givenApp(dialect);
      const check = () => replayCheck(app.kernel.db, projectors);
      const good = await check();
      expect(good.first).toBeNull();
      expect(good.tables).toContainEqual({ name: 'account', rows: 17 });
      expect(good.events).toBeGreaterThan(17);

      const change = (name: string) =>
        app.kernel.db.transact((trx) => trx.updateTable('account').set({ name }).where('login', '=', 'red').execute());
      await change('Tên đã sửa');
      const changed = await check();
      expect(changed.first).toMatchObject({ table: 'account' });
      expect(changed.first?.live).toContain('Tên đã sửa');
      expect(changed.first?.rebuilt).toContain('Dương Tấn Công');
      await change('Dương Tấn Công');
      expect((await check()).first).toBeNull();

      const grant = { user_id: 'account-red', role: 'admin', organisation_id: '*', granted_at: 1 };
      await app.kernel.db.transact((trx) => trx.insertInto('role_grant').values(grant).execute());
      expect((await check()).first).toMatchObject({ table: 'role_grant', rebuilt: null });
      await app.kernel.db.transact((trx) =>
        trx.deleteFrom('role_grant').where('user_id', 'in', ['account-red', 'account-admin']).execute(),
      );
      expect((await check()).first).toMatchObject({ table: 'role_grant', live: null });
    });

    test('sees one moment of a system that goes on working', async () => {
      const app = await givenApp(dialect);
      let writing = true;
      const writer = (async () => {
        for (let i = 0; writing; i += 1) {
          // SQLite answers without ever leaving the turn.
          await setImmediate();
          const payload = {
            accountId: `them-${i}`,
            login: `them-${i}`,
            name: 'Thêm',
            organisationId: null,
            email: null,
            locale: 'vi' as const,
          };
          await app.given('system', [{ type: 'account.created', subject: payload.accountId, payload }]);
        }
        return true;
      })();
      const checked = await replayCheck(app.kernel.db, projectors);
      writing = false;
      expect(await writer).toBe(true);
      expect(checked.first).toBeNull();
    });

    test('leaves out only tables that exist', async () => {
      const app = await givenApp(dialect, { untouched: true });
      for (const name of notRebuilt)
        await app.kernel.db.read
          .selectFrom(name as keyof Tables)
          .selectAll()
          .limit(1)
          .execute();
    });
  });
});
