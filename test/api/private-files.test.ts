import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { configuration } from '#api/configuration.ts';
import { givenShell } from './shell.ts';

const file = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

async function givenFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'thao-truong-own-'));
  await chmod(folder, mode);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Everything in a folder that others than its owner may do something with. */
async function open(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = [folder, ...names.map((name) => join(folder, name))];
  const modes = await Promise.all(paths.map(async (path) => (await stat(path)).mode));
  return paths.filter((_, i) => (modes[i]! & 0o077) !== 0);
}

/** Runs an entry as a shell of everyday use would: what it makes is for all to read. */
function enter(entry: string, args: string[], dataDir: string) {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' };
  return spawn('sh', ['-c', 'umask 022; exec "$0" "$@"', process.execPath, file(entry), ...args], {
    env,
    stdio: 'ignore',
  });
}

it('what the command line makes is for its own account alone, in a folder that was open before too', async () => {
  const dataDir = await givenFolder(0o755);
  await mkdir(join(dataDir, 'evidence'), { mode: 0o755 });
  await writeFile(join(dataDir, 'thao-truong.db'), '', { mode: 0o644 });
  for (const args of [['migrate'], ['seed'], ['backup'], ['export', 'system', join(dataDir, 'log.ndjson')]]) {
    const child = enter('api/cli.ts', args, dataDir);
    expect(await new Promise((resolve) => child.once('exit', resolve)), args.join(' ')).toBe(0);
  }
  expect((await readdir(dataDir)).sort()).toEqual(['backups', 'evidence', 'log.ndjson', 'thao-truong.db']);
  expect(await open(dataDir)).toEqual([]);
});

it('what the server makes is, while it runs', async () => {
  const dataDir = join(await givenFolder(0o755), 'mới');
  const child = enter('api/start.ts', [], dataDir);
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const made = async () => (await readdir(dataDir).catch(() => [])).sort();
  await expect.poll(made, { timeout: 30_000 }).toContain('evidence');
  await expect.poll(made, { timeout: 30_000 }).toContain('thao-truong.db-wal');
  expect(await open(dataDir)).toEqual([]);
  child.kill('SIGKILL');
  await exited;
});

it('a folder that is everybody’s stays so, and the doctor names what stands open', async () => {
  const shared = await givenFolder(0o1777);
  await configuration({ DATA_DIR: shared });
  expect((await stat(shared)).mode & 0o7777).toBe(0o1777);
  const { run, dataDir } = await givenShell();
  await run('migrate');
  expect((await run('doctor')).said).toMatch(/✓ Chỉ tài khoản/);
  await chmod(dataDir, 0o1755);
  const { code, said } = await run('doctor');
  expect([code, said]).toEqual([1, expect.stringMatching(/✗ Chỉ tài khoản.*thao-truong-cli-/)]);
});
