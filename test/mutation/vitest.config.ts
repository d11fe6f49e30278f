import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The tests of the rules that are broken on purpose, and no others: a mutant of a constant is held against all of them.
const points = ['claims*', 'detection', 'drill-*', 'freeze', 'ledger', 'public-view', 'ranking', 'results', 'scoring'];
const access = ['announce', 'incident', 'ticket-access', 'visibility', 'who-*'];
const audit = ['canonical', 'checkpoint', 'verify'];
const domain = [...points, ...access, ...audit].map((name) => `test/domain/${name}.test.ts`);

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: { include: [...domain, 'test/kernel/authorise.test.ts', 'test/web/witness.test.ts'] },
});
