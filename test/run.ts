import '#api/node-version.ts';
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.ts';
import { startPostgres } from './postgres.ts';

// `npm test`: every stage runs, whatever became of the ones before; one line each, then the sum.
const root = fileURLToPath(new URL('..', import.meta.url));
const vite = ['--config', 'web/vite.config.ts'];

interface Outcome {
  ok: boolean;
  passed: number;
  failed: number;
}

const outcomes: Outcome[] = [];
const env: NodeJS.ProcessEnv = { ...process.env, CI: process.env['CI'] ?? '1' };

async function stage(name: string, work: () => Promise<Outcome>): Promise<boolean> {
  const from = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const outcome = await work().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return { ok: false, passed: 0, failed: 1 };
  });
  outcomes.push(outcome);
  const seconds = ((performance.now() - from) / 1_000).toFixed(1);
  const counts = outcome.passed + outcome.failed > 1 ? `, ${outcome.passed} passed, ${outcome.failed} failed` : '';
  process.stdout.write(`${outcome.ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s${counts})\n`);
  return outcome.ok;
}

function run(command: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    child.once('error', reject).once('exit', (code) => resolve(code === 0));
  });
}

/** A stage that is one command: it passes or fails as a whole. */
const command =
  (name: string, ...args: string[]) =>
  async () => {
    const ok = await run(name, ...args);
    return { ok, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  };

/** A stage that leaves a report in JSON. Nothing run, or anything skipped, is a failure. */
const suite =
  (
    name: string,
    args: string[],
    report: string,
    count: (json: never) => { passed: number; failed: number; skipped: number },
  ) =>
  async () => {
    await rm(join(root, report), { force: true });
    const ended = await run(name, ...args);
    const { passed, failed, skipped } = count(JSON.parse(await readFile(join(root, report), 'utf8')) as never);
    if (skipped > 0) process.stdout.write(`${skipped} skipped: a test that does not run proves nothing\n`);
    const ok = ended && failed === 0 && skipped === 0 && passed > 0;
    return { ok, passed, failed: ok ? 0 : Math.max(1, failed + skipped) };
  };

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}
interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

await stage('sync', command('svelte-kit', 'sync', ...vite));
await stage('format', command('prettier', '--check', '--log-level', 'warn', '.'));
await stage('lint', command('eslint', '.'));
await stage(
  'types',
  command('svelte-check', '--tsconfig', './tsconfig.json', '--output', 'human', '--fail-on-warnings'),
);

const vitestReport = 'test-results/vitest.json';
const vitest = [
  'run',
  '--config',
  'test/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
];
await stage('rules, kernel, API and pages on SQLite and PostgreSQL', async () => {
  const server = await startPostgres();
  env['TEST_DATABASE_URL'] = server.url;
  try {
    return await suite('vitest', vitest, vitestReport, (report: VitestReport) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }))();
  } finally {
    await server.stop();
  }
});

if (await stage('build', command('npm', 'run', '--silent', 'build')))
  await stage('journeys in a browser', async () => {
    env['TEST_BROWSER'] = await findBrowser();
    const report = 'test-results/playwright.json';
    env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = join(root, report);
    return suite(
      'playwright',
      ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
      report,
      ({ stats }: PlaywrightReport) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
      }),
    )();
  });

const sum = (key: 'passed' | 'failed') => outcomes.reduce((total, outcome) => total + outcome[key], 0);
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
