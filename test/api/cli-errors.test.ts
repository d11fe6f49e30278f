import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '#api/cli/run.ts';
import { givenShell } from './shell.ts';

/** A sentence, Vietnamese then English; no stack, no query, no name of an error class of ours. */
function expectSentence(said: string): void {
  expect(said.split('\n').filter((line) => line !== '').length).toBeGreaterThanOrEqual(2);
  expect(said).not.toMatch(/^\s+at |node_modules|\.ts:\d|ZodError|SqliteError|"code":|select |insert /im);
}

async function givenDamaged(how: 'not a database' | 'torn pages') {
  const shell = await givenShell();
  const file = join(shell.dataDir, 'thao-truong.db');
  if (how === 'not a database') await writeFile(file, 'đây không phải cơ sở dữ liệu\n'.repeat(500));
  else {
    await shell.run('seed');
    const bytes = await readFile(file);
    for (let page = 3; page * 4096 < bytes.length; page += 1) bytes.fill(0xa5, page * 4096, page * 4096 + 2_000);
    await writeFile(file, bytes);
  }
  return shell;
}

describe('what is called wrongly is said in a sentence', () => {
  it.each<[string, string[], number, RegExp]>([
    ['a name left empty', ['user', 'create', 'moi', '--name', ''], 1, /Giá trị không hợp lệ: name:too_small/],
    ['a name turned around', ['user', 'create', 'moi', '--name', 'a\u202eb'], 1, /Giá trị không hợp lệ: name:/],
    ['a file that is not there', ['verify', '/khong/co'], 1, /Không có tệp hoặc thư mục \/khong\/co/],
    ['a folder for a file', ['verify', tmpdir()], 1, /thư mục, không phải tệp/],
    ['a file that is there already', ['export', 'system', 'package.json'], 1, /package\.json đã có; không ghi đè/],
    [
      'a role without its organisation',
      ['user', 'create', 'moi', '--name', 'A', '--role', 'officer'],
      2,
      /officer cần --organisation/,
    ],
  ])('%s', async (_name, argv, code, words) => {
    const shell = await givenShell();
    await shell.run('user', 'create', 'quan-tri', '--name', 'Lê Quản Trị', '--role', 'admin');
    const told = await shell.run(...argv);
    expect(told).toEqual({ code, said: expect.stringMatching(words) });
    expectSentence(told.said);
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', ''],
    ['MAX_CONNECTIONS', '0'],
    ['LOG_FORMAT', 'toString'],
    ['DATABASE_URL', 'mysql://user:bi-mat@db.example/x'],
    ['DATABASE_URL', ''],
  ])('the setting %s=%s', async (name, value) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'thao-truong-cli-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    let said = '';
    const env = { DATA_DIR: dataDir, [name]: value };
    expect(await runCli(['migrate'], { env, write: (text) => void (said += text) })).toBe(2);
    expect(said).toContain(`Biến cấu hình có giá trị không dùng được: ${name} = `);
    expect(said).not.toContain('bi-mat');
    expectSentence(said);
  });

  it('a database server nobody runs', async () => {
    const shell = await givenShell('postgres://test@127.0.0.1:1/x');
    for (const command of ['migrate', 'backup', 'seed']) {
      const told = await shell.run(command);
      expect(told).toEqual({ code: 1, said: expect.stringContaining('Không tới được nơi lưu dữ liệu') });
      expectSentence(told.said);
    }
  });
});

it('a role is for one organisation, for all when told so, and the administrator’s for all', async () => {
  const { run } = await givenShell();
  await run('seed');
  expect((await run('user', 'create', 'moi-1', '--name', 'A', '--role', 'officer')).code).toBe(2);
  expect((await run('user', 'create', 'moi-2', '--name', 'B', '--role', 'officer', '--organisation', '*')).code).toBe(
    0,
  );
  expect((await run('user', 'create', 'moi-3', '--name', 'C', '--role', 'admin')).code).toBe(0);
  const { said } = await run('user', 'list');
  expect(said).not.toContain('moi-1');
  expect(said).toContain('officer@*');
});

describe.each(['not a database', 'torn pages'] as const)('over a file that is damaged (%s)', (how) => {
  it.each([['replay', '--check'], ['backup'], ['export', 'system', 'khong-bao-gio/nhat-ky.ndjson'], ['user', 'list']])(
    '%s says so',
    async (...argv) => {
      const shell = await givenDamaged(how);
      const told = await shell.run(...argv);
      expect(told.code).toBe(1);
      expectSentence(told.said);
      expect(told.said).toMatch(/hỏng|không trọn|SAI/);
    },
  );

  it('the doctor goes on to whatever else can be looked at', async () => {
    const shell = await givenDamaged(how);
    const { code, said } = await shell.run('doctor');
    expect(code).toBe(1);
    for (const line of [/^✓ Node/m, /^✗ .*(Cơ sở dữ liệu|Tính toàn vẹn)/m, /Dung lượng đĩa/, /^✗ Bản sao lưu/m])
      expect(said).toMatch(line);
    expectSentence(said);
  });
});

it('the server that cannot start says why, in a sentence', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'thao-truong-cli-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const start = fileURLToPath(new URL('../../api/start.ts', import.meta.url));
  const child = spawn(process.execPath, [start], { env: { ...process.env, DATA_DIR: dataDir, PORT: 'abc' } });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(said).toContain('PORT = abc');
  expectSentence(said);
});
