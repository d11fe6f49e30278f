import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { columnOf } from '#db/column.ts';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

/** Each line plants a fault where it must be found, and the same code where it is right. */
const planted: [rule: string, code: string, wrong: string[], right: string[]][] = [
  ['@typescript-eslint/no-explicit-any', 'export const x = (y: any) => y;', ['api/kernel/x.ts', 'test/x.test.ts'], []],
  [
    '@typescript-eslint/no-non-null-assertion',
    'export const x = (y?: string) => y!;',
    ['api/kernel/x.ts', 'web/x.ts'],
    ['test/x.test.ts'],
  ],
  [
    'no-restricted-syntax',
    'export default 1;',
    ['api/kernel/x.ts', 'web/x.ts'],
    ['web/vite.config.ts', 'eslint.config.js'],
  ],
  [
    'no-restricted-syntax',
    "import { sql } from 'kysely';\nexport const x = sql.raw('a');",
    ['api/claims/x.ts', 'db/open.ts'],
    ['db/migrations/x.ts'],
  ],
  ...['ref', 'id', 'table', 'lit'].map((name): (typeof planted)[number] => [
    'no-restricted-syntax',
    `export const x = (y: string) => sql.${name}(y);`,
    ['api/claims/x.ts', 'api/kernel/x.ts'],
    ['db/open.ts', 'test/x.test.ts'],
  ]),
  ['no-restricted-syntax', "export const x = (y: string) => sql.id('a', y);", ['api/claims/x.ts'], []],
  ['no-restricted-syntax', 'export const x = (y: string) => sql.ref(`${y}.id`);', ['api/claims/x.ts'], []],
  ['no-restricted-syntax', "export const x = () => sql.ref('claim.id');", [], ['api/claims/x.ts']],
  [
    'no-restricted-syntax',
    'export const x = (y: string) => CompiledQuery.raw(y);',
    ['api/claims/x.ts', 'api/kernel/x.ts'],
    ['db/group-commit.ts'],
  ],
  [
    'no-restricted-syntax',
    'export const x = (y: string) => new RegExp(y);',
    ['api/domain/x.ts', 'web/x.ts', 'api/http/x.ts'],
    [],
  ],
  ['no-restricted-syntax', 'export const x = (y: string) => RegExp(`^${y}`);', ['api/domain/x.ts'], []],
  ['no-restricted-syntax', 'export const x = new RegExp("a");', [], ['api/domain/x.ts']],
  ['no-restricted-syntax', 'export const x = () => Date.now();', ['api/domain/x.ts'], ['api/runtime.ts']],
  ['no-restricted-syntax', 'export const x = () => new Date();', ['api/domain/drill/x.ts'], ['api/runtime.ts']],
  ['no-restricted-syntax', 'export const x = (ms: number) => new Date(ms);', [], ['api/domain/x.ts']],
  ['no-restricted-syntax', 'export const x = () => Math.random();', ['api/domain/x.ts'], ['api/demo/x.ts']],
  ['no-restricted-syntax', 'export const x = () => process.env;', ['api/domain/x.ts'], ['api/configuration.ts']],
  [
    'house/writes',
    "export const x = (trx: Trx) => trx.insertInto('claim').execute();",
    ['api/claims/submit.ts', 'api/http/x.ts', 'web/x.ts'],
    ['api/claims/project.ts', 'api/claims/project-claim.ts', 'api/kernel/log.ts'],
  ],
  [
    'house/writes',
    "export const x = (trx: Trx) => trx.updateTable('drill').execute();",
    ['api/drills/start.ts'],
    ['api/drills/project.ts'],
  ],
  ['house/writes', "export const x = (trx: Trx) => trx.deleteFrom('event').execute();", ['api/log/x.ts'], []],
  ['house/writes', 'export const x = (trx: Trx, t: string) => trx.deleteFrom(t).execute();', ['api/log/x.ts'], []],
  ['house/writes', "export const x = (trx: Trx) => trx.insertInto('session').execute();", [], ['api/auth/session.ts']],
  [
    'svelte/no-at-html-tags',
    '<script lang="ts">let { x }: { x: string } = $props();</script>{@html x}',
    ['web/ui/Card.svelte', 'web/routes/+page.svelte'],
    ['web/ui/SafeHtml.svelte'],
  ],
  [
    'house/layers',
    "import '#api/kernel/log.ts';",
    ['web/x.ts', 'api/contract/x.ts', 'api/domain/x.ts', 'db/x.ts'],
    ['api/claims/x.ts', 'api/http/x.ts', 'api/app.ts', 'test/x.test.ts'],
  ],
  [
    'house/layers',
    "import '#db/open.ts';",
    ['web/routes/x.ts', 'api/contract/x.ts', 'api/domain/x.ts', 'api/http/x.ts'],
    ['api/claims/x.ts', 'api/kernel/x.ts', 'api/runtime.ts'],
  ],
  [
    'house/layers',
    "import '../claims/submit.ts';",
    ['api/kernel/x.ts', 'api/contract/x.ts', 'api/domain/x.ts'],
    ['api/http/x.ts'],
  ],
  ['house/layers', "import '../../api/claims/submit.ts';", ['web/session/x.ts', 'db/schema/x.ts'], []],
  ['house/layers', "export * from '#api/kernel/log.ts';", ['web/x.ts'], []],
  ['house/layers', "export const x = import('#api/kernel/log.ts');", ['web/x.ts'], []],
  ['house/layers', "export type X = import('#api/kernel/log.ts').X;", ['web/x.ts'], []],
  ['house/layers', "import 'zod';", ['api/domain/x.ts', 'db/x.ts'], ['api/contract/x.ts', 'web/x.ts']],
  ['house/layers', "import 'node:fs';", ['api/domain/x.ts', 'api/contract/x.ts'], ['api/claims/x.ts']],
  ['house/layers', "import 'better-sqlite3';", ['api/claims/x.ts', 'api/kernel/x.ts', 'web/x.ts'], ['db/sqlite.ts']],
  [
    'house/layers',
    "import '#test/given.ts';",
    ['api/claims/x.ts', 'web/x.ts', 'db/x.ts', 'api/demo/x.ts'],
    ['test/api/x.test.ts'],
  ],
  ['house/layers', "import '#web/i18n/vi/index.ts';", ['api/claims/x.ts', 'api/domain/x.ts'], ['test/x.test.ts']],
];

describe('a planted fault is found where it is one, and only there', () => {
  for (const [rule, code, wrong, right] of planted) {
    it(`${rule}: ${code.split('\n').at(-1)}`, async () => {
      for (const file of wrong) expect(await faults(file, code), file).toContain(rule);
      for (const file of right) expect(await faults(file, code), file).not.toContain(rule);
    });
  }
});

it('a column is named by the schema, never by a text that came from outside (R11)', () => {
  const text = 'id) or 1 = (1' as string;
  columnOf('incident.organisation_id');
  // @ts-expect-error: types are checked with the whole tree
  columnOf(text);
  // @ts-expect-error: no such column
  columnOf('incident.password');
  expect.assertions(0);
});
