import { spawn } from 'node:child_process';
import { startPostgres } from './postgres.ts';

// node test/with-postgres.ts COMMAND…: runs a command with TEST_DATABASE_URL set to a server that lives as long as it does.
const [command = 'true', ...args] = process.argv.slice(2);
const server = await startPostgres();
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: server.url } });
const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
await server.stop();
process.exitCode = code ?? 1;
