import '../node-version.ts';
import '../umask.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashPassword, temporaryPassword } from '../auth/password.ts';
import { silent } from '../kernel/logger.ts';
import { setStage } from '../rehearse/stage.ts';
import { createRuntime } from '../runtime.ts';
import { seedSample } from '../seed/sample.ts';
import { serve } from '../server.ts';
import type { Running } from '../server.ts';
import { castOf } from './cast.ts';
import { simulate } from './simulate.ts';
import { accounts, said } from './words.ts';

// `npm run demo`: a throw-away installation with the sample province and a drill that plays itself.
const lengthAtSpeedOne = 8 * 60_000;
const { values } = parseArgs({ options: { speed: { type: 'string', default: '1' }, port: { type: 'string' } } });
const speed = Number(values.speed);
const say = (key: keyof typeof said, params: Record<string, string | number> = {}) => {
  const [vi, en] = said[key];
  const filled = `${vi}\n  ${en}`.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
  process.stdout.write(`${filled}\n`);
};
if (!(speed >= 0.1 && speed <= 60)) {
  say('unknownSpeed');
  process.exit(2);
}

say('begin');
const place = await mkdtemp(join(tmpdir(), 'thao-truong-demo-'));
const runtime = await createRuntime({
  database: join(place, 'demo.db'),
  evidenceDir: join(place, 'evidence'),
  mode: 'demo',
  logger: silent,
});
const password = temporaryPassword();
const ids = await seedSample(runtime.kernel, await hashPassword(password));
const cast = castOf(runtime, ids, password, Date.now(), lengthAtSpeedOne / speed);
const stage = await setStage(cast.plan, Date.now);
const running = await open(Number(values.port ?? process.env['PORT'] ?? 3000));

const leaving = new AbortController();
const leave = async (code: number) => {
  leaving.abort();
  await running.close();
  await rm(place, { recursive: true, force: true });
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    say('stopping');
    void leave(0);
  });

const address = running.url.replace('//127.0.0.1', '//localhost');
const line = '─'.repeat(72);
process.stdout.write(`\n${line}\n`);
process.stdout.write(`${said.open.join(' · ')}: ${address}\n`);
process.stdout.write(
  `${said.board.join(' · ')}: ${address}/board/${stage.code}  (${said.code.join(', ')} ${stage.code})\n`,
);
process.stdout.write(`${said.password.join('\n  ')}:\n\n    ${password}\n\n`);
process.stdout.write(`${said.login.join(' / ').padEnd(24)}${said.role.join(' / ')}\n`);
for (const [login, vi, en] of accounts) process.stdout.write(`${login.padEnd(24)}${vi} · ${en}\n`);
process.stdout.write(`${line}\n`);
say('stop');
say('running', { minutes: Math.max(1, Math.round((lengthAtSpeedOne * 1.2) / speed / 60_000)) });

try {
  await simulate(stage, cast, { length: lengthAtSpeedOne, speed, signal: leaving.signal });
  say('over');
} catch (error) {
  if (!leaving.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    await leave(1);
  }
}

/** The port asked for, or any free one when it is taken. */
async function open(port: number): Promise<Running> {
  const settings = { host: process.env['HOST'] ?? '127.0.0.1', protocolHeader: null };
  try {
    return await serve(runtime, { ...settings, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return serve(runtime, { ...settings, port: 0 });
  }
}
