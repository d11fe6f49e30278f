import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { postgres } from '#test/dialects.ts';
import { givenShell } from './shell.ts';

/** An installation with something in every part of a backup. */
async function givenInstallation() {
  const shell = await givenShell();
  await shell.run('user', 'create', 'quan-tri', '--name', 'Lê Quản Trị', '--role', 'admin');
  await shell.run('export', 'system', join(shell.dataDir, 'truoc.ndjson'));
  await mkdir(join(shell.dataDir, 'evidence', 'ab'), { recursive: true });
  await writeFile(join(shell.dataDir, 'evidence', 'ab', 'abcdef'), 'bằng chứng');
  const folder = join(shell.dataDir, 'backups', 'b1');
  const made = await shell.run('backup', folder);
  expect(made).toMatchObject({ code: 0 });
  expect(made.said).toContain('ĐÚNG');
  return { ...shell, folder };
}

describe('a backup', () => {
  test('is made while a writer is at work, restores, and holds what was acknowledged', async () => {
    const { run, dataDir, folder } = await givenInstallation();
    expect((await readdir(folder)).sort()).toEqual(['database.db', 'evidence', 'manifest.json']);
    expect((await run('restore', folder, '--verify')).code).toBe(0);
    const writer = new BetterSqlite(join(dataDir, 'thao-truong.db'));
    writer.exec('begin immediate');
    const online = await run('backup', join(dataDir, 'backups', 'b2'));
    writer.exec('rollback');
    writer.close();
    expect(online.code).toBe(0);
    expect((await run('backup', folder)).said).toContain('không ghi đè');
  });

  test('is refused when any of its files is changed, cut, missing or added', async () => {
    const { run, dataDir, folder } = await givenInstallation();
    const broken = join(dataDir, 'broken');
    const spoil = async (how: (dir: string) => Promise<unknown>) => {
      await rm(broken, { recursive: true, force: true });
      await cp(folder, broken, { recursive: true });
      await how(broken);
      const { code, said } = await run('restore', broken, '--verify');
      expect(code, said).toBe(1);
      return said;
    };
    for (const file of ['database.db', 'manifest.json', 'evidence/ab/abcdef']) {
      const { size } = await stat(join(folder, file));
      for (const at of [0, size >> 1, size - 1])
        await spoil(async (dir) => {
          const bytes = await readFile(join(dir, file));
          bytes[at] = (bytes[at] ?? 0) ^ 4;
          await writeFile(join(dir, file), bytes);
        });
      await spoil(async (dir) => writeFile(join(dir, file), (await readFile(join(dir, file))).subarray(0, size - 1)));
      await spoil((dir) => rm(join(dir, file)));
    }
    expect(await spoil((dir) => writeFile(join(dir, 'evidence', 'them'), 'x'))).toContain('unexpected');
    expect(await spoil((dir) => rm(dir, { recursive: true }))).toContain('no_manifest');
  });

  test('whose database was changed and listed anew is still refused: the chain and the rows tell', async () => {
    const { run, dataDir } = await givenInstallation();
    const file = join(dataDir, 'thao-truong.db');
    const change = (statement: string) => {
      const db = new BetterSqlite(file);
      db.exec(statement);
      db.close();
    };
    change(`update account set name = 'Kẻ khác'`);
    expect((await run('backup', join(dataDir, 'backups', 'c1'))).said).toContain('replay account');
    change(`update account set name = 'Lê Quản Trị'`);
    expect((await run('backup', join(dataDir, 'backups', 'c2'))).code).toBe(0);
    change(`drop trigger event_no_update; update event set actor = 'ke-khac' where seq = 1 and stream = 'system'`);
    expect((await run('backup', join(dataDir, 'backups', 'c3'))).said).toContain('hash system 1');
  });

  test('never replaces data by itself, and keeps the old aside when told to', async () => {
    const { run, dataDir, folder } = await givenInstallation();
    await run('user', 'create', 'sau-do', '--name', 'Trần Sau Đó');
    expect((await run('restore', folder)).said).toContain('--replace');
    expect((await run('user', 'list')).said).toContain('sau-do');
    expect((await run('restore', folder, '--replace')).code).toBe(0);
    const list = await run('user', 'list');
    expect(list.said).toContain('quan-tri');
    expect(list.said).not.toContain('sau-do');
    const aside = (await readdir(dataDir)).find((name) => name.startsWith('before-restore-'));
    expect((await readdir(join(dataDir, aside ?? ''))).sort()).toEqual(
      expect.arrayContaining(['evidence', 'thao-truong.db']),
    );
    expect(await readFile(join(dataDir, 'evidence', 'ab', 'abcdef'), 'utf8')).toBe('bằng chứng');
    expect((await readdir(dataDir)).some((name) => name.startsWith('restoring-'))).toBe(false);
  });

  test('restores into an empty place', async () => {
    const { folder } = await givenInstallation();
    const elsewhere = await givenShell();
    expect((await elsewhere.run('restore', folder)).code).toBe(0);
    expect((await elsewhere.run('user', 'list')).said).toContain('quan-tri');
    expect((await elsewhere.run('doctor')).said).toContain('✓ Chuỗi nhật ký');
  });
});

// Needs a server and its client programs; `npm test` always brings them.
describe.runIf(postgres.engine === 'server')('a backup of a PostgreSQL server', () => {
  test('is made by pg_dump, tried in a database of its own, refused when changed, and restored with the old kept aside', async () => {
    const place = await postgres.create();
    onTestFinished(() => place.remove());
    const { run, dataDir } = await givenShell(place.url ?? '');
    await run('user', 'create', 'quan-tri', '--name', 'Lê Quản Trị', '--role', 'admin');
    const folder = join(dataDir, 'backups', 'b1');
    const made = await run('backup', folder);
    expect(made.said).toContain('ĐÚNG');
    await run('user', 'create', 'sau-do', '--name', 'Trần Sau Đó');
    expect((await run('restore', folder)).code).toBe(1);
    expect((await run('restore', folder, '--replace')).said).toContain('before_restore_');
    expect((await run('user', 'list')).said).not.toContain('sau-do');
    expect((await run('replay', '--check')).code).toBe(0);
    const file = join(folder, 'database.dump');
    const bytes = await readFile(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect((await run('restore', folder, '--verify')).said).toContain('changed database.dump');
  });
});
