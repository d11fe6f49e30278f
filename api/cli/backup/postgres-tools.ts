import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { BackupFault } from './manifest.ts';

/** Runs a PostgreSQL client program. The address goes by the environment, so that no password shows in a process list. */
export async function runTool(tool: string, args: readonly string[], url: string): Promise<void> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const env = {
    ...process.env,
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port === '' ? '5432' : port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  };
  await new Promise<void>((resolve, reject) => {
    const child = spawn(tool, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', () => reject(new BackupFault('no_tool', tool)));
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new BackupFault('tool', `${tool}: ${complaint.trim()}`)),
    );
  });
}

/** Runs `work` on a new database of the same server, which is dropped afterwards. */
export async function inTemporaryDatabase<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `thao_truong_check_${randomBytes(6).toString('hex')}`;
  const temporary = new URL(url);
  temporary.pathname = `/${name}`;
  await runTool('createdb', [name], url);
  try {
    return await work(temporary.href);
  } finally {
    await runTool('dropdb', ['--if-exists', '--force', name], url);
  }
}
