import { expect, it } from 'vitest';
import { generated, kept } from '#test/generated.ts';

it.each(Object.keys(generated))('%s is what the contract says; if not: node test/generate.ts', async (file) => {
  expect(generated[file]?.()).toBe(await kept(file));
});
