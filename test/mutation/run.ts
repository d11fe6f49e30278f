import { Stryker } from '@stryker-mutator/core';

// `npm run mutate [NAME]`: breaks the rules below in every small way and counts what the tests of rules notice.
const atLeast = 80;
const rules: Record<string, string[]> = {
  scoring: ['scoring', 'ranking', 'recompute', 'first-blood', 'detection', 'board', 'freeze'].map(
    (name) => `api/domain/drill/${name}.ts`,
  ),
  authorisation: [
    'api/kernel/authorise.ts',
    'api/domain/actor.ts',
    'api/domain/visibility.ts',
    'api/domain/drill/log-access.ts',
    'api/domain/incident/access.ts',
  ],
  audit: ['canonical', 'chain', 'verify', 'log-file', 'witness'].map((name) => `api/domain/${name}.ts`),
};

const asked = process.argv[2] ? [process.argv[2]] : Object.keys(rules);
const results = await new Stryker({
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: asked.flatMap((name) => rules[name] ?? []),
  coverageAnalysis: 'perTest',
  concurrency: 2,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  tempDirName: 'test-results/mutation',
  allowEmpty: false,
}).runMutationTest();

for (const name of asked) {
  const counted = results.filter(({ fileName }) => rules[name]?.some((file) => fileName.endsWith(file)));
  const caught = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const all = counted.filter(({ status }) => status !== 'CompileError' && status !== 'Ignored').length;
  const score = (100 * caught) / all;
  process.stdout.write(`${name}: ${caught} of ${all} noticed, ${score.toFixed(1)} %\n`);
  if (!(score >= atLeast)) process.exitCode = 1;
}
