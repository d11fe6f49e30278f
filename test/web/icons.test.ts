import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../web/${file}`, import.meta.url), 'utf8');

test('every icon that can be named is drawn, and nothing else is', () => {
  const named = [...read('ui/icon-name.ts').matchAll(/'([^']+)'/g)].map(([, name]) => name);
  const drawn = [...read('static/icons.svg').matchAll(/<symbol id="([^"]+)"/g)].map(([, name]) => name);
  expect(drawn.toSorted()).toEqual(named.toSorted());
  expect(drawn.length).toBeGreaterThan(10);
});
