import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { parse as parseSvelte } from 'svelte/compiler';
import ts from 'typescript-eslint';
import { expect, it } from 'vitest';

// R12: no pattern of ours can be made to hang. Checked in this process; its Java and native builds are not installed.
process.env['RECHECK_SYNC_BACKEND'] = 'pure';

type Pattern = { source: string; flags: string };
type Node = { [key: string]: unknown };

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['api', 'web', 'db', 'scenarios'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js|svelte)$/.test(name) && !name.includes('.svelte-kit'))
    .map((name) => join(folder, name)),
);

/** The patterns written in a file, `/…/` and `RegExp('…')`, also in what a Svelte file shows. */
function patternsOf(name: string, text: string): Pattern[] {
  const tree = name.endsWith('.svelte') ? parseSvelte(text, { modern: true }) : ts.parser.parseForESLint(text).ast;
  const found: Pattern[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, callee, arguments: given } = node as Node;
    if (type === 'Literal' && regex) {
      const { pattern, flags } = regex as { pattern: string; flags: string };
      found.push({ source: pattern, flags });
    }
    const [source, flags] = (given ?? []) as { value?: unknown }[];
    if ((callee as Node | undefined)?.['name'] === 'RegExp' && typeof source?.value === 'string')
      found.push({ source: source.value, flags: typeof flags?.value === 'string' ? flags.value : '' });
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') walk(child);
  };
  walk(tree);
  return found;
}

const unlimited = { timeout: null, attackTimeout: null, incubationTimeout: null };
/** What is wrong with a pattern: the input that makes it slow, or why it could not be told. */
function fault({ source, flags }: Pattern): string | undefined {
  const told = checkSync(source, flags, unlimited);
  if (told.status === 'safe') return undefined;
  return told.status === 'vulnerable' ? `${told.complexity.summary}: ${told.attack.pattern}` : told.error.kind;
}

it('no pattern in the product takes longer than its input is long (R12)', () => {
  const known = new Map<string, string | undefined>();
  const faults: string[] = [];
  for (const file of files)
    for (const pattern of patternsOf(file, readFileSync(join(root, file), 'utf8'))) {
      const written = `/${pattern.source}/${pattern.flags}`;
      if (!known.has(written)) known.set(written, fault(pattern));
      const wrong = known.get(written);
      if (wrong !== undefined) faults.push(`${file} ${written} ${wrong}`);
    }
  expect(faults).toEqual([]);
  expect(known.size).toBeGreaterThan(100);
});

it.each([
  ['a.ts', 'export const x = /^(a+)+$/;', /exponential/],
  ['a.ts', 'export const x = new RegExp("^(a|a)*$", "u");', /exponential/],
  ['a.ts', 'export const x = (y: string) => y.replace(/ +$/, "");', /2nd degree/],
  ['a.svelte', '<script lang="ts">const x: RegExp = /^(a+)+$/;</script>', /exponential/],
  ['a.svelte', '{#if /^(a+)+$/.test(y)}<p class={/^(a+)+$/.test(y) ? "a" : "b"}></p>{/if}', /exponential/],
])('a planted one is found: %s %s', (name, text, wrong) => {
  const [first] = patternsOf(name, text);
  expect(first && fault(first)).toMatch(wrong);
});

it('a harmless one is let be', () => {
  expect(fault({ source: '^[\\p{L}\\p{N} _-]{1,64}$', flags: 'u' })).toBeUndefined();
});
