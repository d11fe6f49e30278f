import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import { migrations } from '#db/migrations/index.ts';
import { eachDialect } from '#test/dialects.ts';

const planned = '9999_planned';
afterEach(() => delete migrations[planned]);

eachDialect((dialect) => {
  it('a migration that breaks off half-way leaves the schema and the data as they were, and runs when it is mended (R40)', async () => {
    const place = await dialect.create();
    const db = await place.open();
    onTestFinished(async () => {
      await db.close();
      await place.remove();
    });
    await db.migrate();
    await db.transact((trx) =>
      trx.insertInto('signing_key').values({ id: 'k', public_key: 'p', private_key: 's', created_at: 1 }).execute(),
    );
    const tables = async () =>
      (await db.read.introspection.getTables({ withInternalKyselyTables: true })).map(({ name, columns }) => [
        name,
        columns.map((column) => column.name).sort(),
      ]);
    const applied = async () =>
      (await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db.read)).rows;
    const before = [await tables(), await applied(), await db.read.selectFrom('signing_key').selectAll().execute()];

    let broken = true;
    migrations[planned] = {
      async up(old: Kysely<unknown>) {
        await old.schema.createTable('half').addColumn('id', 'text').execute();
        await old.schema.alterTable('signing_key').addColumn('extra', 'text').execute();
        await sql`update signing_key set public_key = 'changed'`.execute(old);
        if (broken) throw new Error('the power went');
      },
    };
    await expect(db.migrate()).rejects.toThrow('the power went');
    expect([await tables(), await applied(), await db.read.selectFrom('signing_key').selectAll().execute()]).toEqual(
      before,
    );
    const again = await place.open();
    await expect(again.migrate()).rejects.toThrow('the power went');
    broken = false;
    expect(await again.migrate()).toEqual([planned]);
    await again.close();
    expect((await tables()).map(([name]) => name)).toContain('half');
    expect(await db.read.selectFrom('signing_key').select('public_key').execute()).toEqual([{ public_key: 'changed' }]);
  });

  it('several that are new are applied all or none', async () => {
    const place = await dialect.create();
    onTestFinished(() => place.remove());
    migrations[planned] = { up: () => Promise.reject(new Error('the power went')) };
    const db = await place.open();
    await expect(db.migrate()).rejects.toThrow('the power went');
    const names = (await db.read.introspection.getTables()).map(({ name }) => name);
    expect(names.filter((name) => !name.startsWith('kysely_'))).toEqual([]);
    delete migrations[planned];
    expect(await db.migrate()).toEqual(Object.keys(migrations));
    await db.close();
  });
});
