import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The tests of the rules that are broken on purpose, and no others: a mutant of a constant is held against all of them.
const rules = ['canonical', 'checkpoint', 'claims*', 'drill-*', 'freeze', 'incident', 'ranking', 'results', 'scoring'];
const access = ['announce', 'ticket-access', 'verify', 'visibility', 'who-*'];
const domain = [...rules, ...access].map((name) => `test/domain/${name}.test.ts`);

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: [...domain, 'test/kernel/authorise.test.ts', 'test/web/witness.test.ts'] },
});
