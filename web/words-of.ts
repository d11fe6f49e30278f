import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What may stand around a page. */
const around = ['+layout.svelte', '+layout.ts'];
/** An import that names its words another way, in a comment, is not followed. */
const imported = /(?:\bfrom|\bimport)[\s(]*'((?:#web\/|\.{1,2}\/)[^']+)'/g;
/** `t.area.key.key`, `t.area[…]` and `({ area }: Dictionary)`. */
const said = /\bt((?:\??\.\w+)+)|\{([\w\s,]+)\}: Dictionary\b/g;
/** Refusals are said from wherever they occur; their words come in one piece of their own. */
const apart = 'web/problems.ts';

type Facts = { words: readonly string[]; imports: readonly string[] };
const known = new Map<string, Facts>();

/** What a page can say, with all it imports, as paths into the dictionary; a path ends where the next key is known only when it is said. */
export function wordsOf(page: string): Set<string> {
  return new Set([...filesOf(page)].flatMap((file) => read(file).words));
}

function filesOf(page: string): Set<string> {
  const files = new Set<string>();
  const add = (file: string) => {
    if (files.has(file) || file === apart || !/\.(?:svelte|ts)$/.test(file) || !existsSync(file)) return;
    files.add(file);
    read(file).imports.forEach(add);
  };
  add(page);
  add(page.replace(/\.svelte$/, '.ts'));
  for (let folder = dirname(page); folder.startsWith('web/routes'); folder = dirname(folder))
    for (const name of around) add(join(folder, name));
  return files;
}

function read(file: string): Facts {
  const facts = known.get(file) ?? factsOf(file, readFileSync(file, 'utf8'));
  known.set(file, facts);
  return facts;
}

const factsOf = (file: string, text: string): Facts => ({
  imports: [...text.matchAll(imported)]
    .map(([, to = '']) => (to.startsWith('#') ? to.slice(1) : join(dirname(file), to)))
    .filter((to) => !to.startsWith('web/i18n/')),
  words: [...text.matchAll(said)].flatMap(([, path = '', areas]) =>
    areas ? areas.split(',').map((name) => name.trim()) : [path.replaceAll('?', '').slice(1)],
  ),
});
