import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultCodes } from '#api/domain/verify.ts';
import { scenarioWords } from '#api/cli/scenario-words.ts';
import { checkWords, faultWords, rehearsalWords, words } from '#api/cli/words.ts';
import { commands } from '#api/cli/commands.ts';
import { givenShell } from './shell.ts';

describe('the command line', () => {
  test('says what it can do, in both languages', async () => {
    const { run } = await givenShell();
    const { code, said } = await run('help');
    expect(code).toBe(0);
    for (const name of Object.keys(commands)) expect(said).toContain(`\n  ${name}`);
    expect(said).toContain('Kiểm tra tệp nhật ký');
    expect(said).toContain('Check an exported log');
  });

  test('has both languages for everything it says', () => {
    for (const [key, both] of Object.entries({
      ...words,
      ...faultWords,
      ...checkWords,
      ...rehearsalWords,
      ...scenarioWords,
    })) {
      expect(both, key).toHaveLength(2);
      for (const text of both) expect(text.trim(), key).not.toBe('');
      expect(both[0], key).toBe(both[0].normalize('NFC'));
    }
    for (const code of faultCodes) expect(Object.keys(faultWords)).toContain(code);
  });

  test('refuses what it does not know and shows how it is called', async () => {
    const { run } = await givenShell();
    expect(await run('xoa-het')).toMatchObject({ code: 2 });
    expect((await run('constructor')).code).toBe(2);
    expect((await run('verify')).said).toContain('verify FILE');
    expect((await run('verify', '--unknown', 'x')).code).toBe(2);
    expect((await run('replay')).code).toBe(2);
  });

  test('migrates, exports, verifies, and finds one flipped byte', async () => {
    const { run, dataDir } = await givenShell();
    expect((await run('migrate')).code).toBe(0);
    expect((await run('migrate')).said).toContain('đã ở bản mới nhất');
    expect(await run('export', 'drill:khong-co')).toMatchObject({ code: 1 });
    await run('user', 'create', 'quan-tri', '--name', 'Lê Quản Trị', '--role', 'admin');
    const file = join(dataDir, 'system.ndjson');
    expect(await run('export', 'system', file)).toMatchObject({ code: 0 });
    const good = await run('verify', file);
    expect(good).toMatchObject({ code: 0 });
    expect(good.said).toContain('ĐÚNG');
    const key = /Khóa ký (\w+)/.exec(good.said)?.[1] ?? '';
    expect((await run('verify', file, '--key', key)).code).toBe(0);
    expect((await run('verify', file, '--key', '0123456789abcdef')).code).toBe(1);
    const bytes = await readFile(file);
    const at = bytes.length >> 1;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
    const bad = await run('verify', file);
    expect(bad.code).toBe(1);
    expect(bad.said).toContain('SAI');
    expect(bad.said).toContain('INVALID');
  });

  test('prints the API document', async () => {
    const { run } = await givenShell();
    const { said } = await run('openapi');
    expect(JSON.parse(said)).toMatchObject({ openapi: '3.1.0' });
  });

  test('makes, lists, disables accounts and gives a new password once', async () => {
    const { run } = await givenShell();
    const made = await run('user', 'create', 'quan-tri', '--name', 'Lê Quản Trị', '--role', 'admin');
    expect(made.code).toBe(0);
    expect(made.said).toMatch(/[a-z0-9]{5}(-[a-z0-9]{5}){3}/);
    expect((await run('user', 'create', 'QUAN-TRI', '--name', 'Khác')).said).toContain('login.taken');
    expect((await run('user', 'list')).said).toContain('quan-tri');
    const again = await run('user', 'reset', 'quan-tri');
    expect(again.code).toBe(0);
    expect(again.said).not.toBe(made.said);
    await run('user', 'create', 'thu-hai', '--name', 'Trần Thứ Hai', '--role', 'admin');
    expect((await run('user', 'disable', 'thu-hai', '--reason', 'nghỉ việc')).code).toBe(0);
    expect((await run('user', 'list')).said).toMatch(/thu-hai.*(đã khóa|disabled)/);
    expect((await run('user', 'reset', 'khong-co')).code).toBe(1);
  });

  test('checks scenarios to the line, lists the library and prints the schema', async () => {
    const { run, dataDir } = await givenShell();
    const library = 'scenarios/tan-cong-thuc-chien-so-nganh';
    expect(await run('scenario', 'check', library)).toMatchObject({ code: 0 });
    expect((await run('scenario', 'list')).said).toContain('tan-cong-thuc-chien-so-nganh');
    expect(JSON.parse((await run('scenario', 'schema')).said)).toHaveProperty('properties');
    const broken = join(dataDir, 'hong');
    await cp(library, broken, { recursive: true });
    const file = join(broken, 'scenario.yaml');
    const text = await readFile(file, 'utf8');
    const line = text.split('\n').findIndex((one) => one.startsWith('freezeMinutes:')) + 1;
    await writeFile(file, text.replace(/^freezeMinutes: .*$/m, 'freezeMinutes: chin'));
    const { code, said } = await run('scenario', 'check', broken);
    expect(code).toBe(1);
    expect(said).toContain(`scenario.yaml:${line}:`);
    expect(said).toContain('sai kiểu');
    expect((await run('scenario', 'check', join(dataDir, 'khong-co'))).code).toBe(1);
    expect((await run('scenario', 'xoa')).code).toBe(2);
  });

  test('enters the sample province into an empty installation only', async () => {
    const { run } = await givenShell();
    const { code, said } = await run('seed');
    expect(code).toBe(0);
    expect(said).toContain('quan-tri');
    expect((await run('seed')).code).toBe(1);
    expect((await run('replay', '--check')).code).toBe(0);
  });
});
