import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import { bans } from './test/lint/bans.ts';
import { layers } from './test/lint/layers.ts';
import { writes } from './test/lint/writes.ts';

/** How the house is built, as rules. Each is proven by a planted fault in test/lint. */
export default [
  { ignores: ['node_modules/', 'build/', '.svelte-kit/', 'data/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['**/*.ts', '**/*.js', '**/*.svelte'],
    plugins: { house: { rules: { layers, writes } } },
    rules: {
      'house/layers': 'error',
      'house/writes': 'error',
      'no-restricted-syntax': bans(),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      'svelte/no-at-html-tags': 'error',
      // The application is always served from the root of its host.
      'svelte/no-navigation-without-resolve': 'off',
      'svelte/no-useless-mustaches': 'off',
      // Sees fewer warnings than the compiler that svelte-check runs.
      'svelte/no-unused-svelte-ignore': 'off',
    },
  },
  { files: ['api/domain/**'], rules: { 'no-restricted-syntax': bans([], true) } },
  { files: ['db/**'], rules: { 'no-restricted-syntax': bans(['compiledSql', 'sqlName']) } },
  { files: ['db/migrations/**'], rules: { 'no-restricted-syntax': bans(['rawSql', 'compiledSql', 'sqlName']) } },
  { files: ['**/*.config.{ts,js}', '**/*.svelte'], rules: { 'no-restricted-syntax': bans(['defaultExport']) } },
  { files: ['web/ui/SafeHtml.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
  {
    files: ['test/**'],
    rules: {
      'no-restricted-syntax': bans(['rawSql', 'compiledSql', 'sqlName', 'regExp', 'defaultExport']),
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
];
