import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import type { Plugin } from 'vite';
import { wordsKey } from './i18n/words-key.ts';
import { en } from './i18n/en/index.ts';
import { vi } from './i18n/vi/index.ts';
import { wordsOf } from './words-of.ts';

const virtual = '\0light-words:';

/**
 * A file of words for each page and language, with what that page can say and nothing else: the whole dictionary weighs as much as
 * half of a page. `i18n/load.ts` asks for them by address, so that no page carries a list of them.
 */
export function lightWords(): Plugin {
  let files = new Map<string, string>();
  let folder = '';
  return {
    name: 'thao-truong-light-words',
    apply: 'build',
    config() {
      files = wordFiles();
      const version = createHash('sha256')
        .update(JSON.stringify([...files]))
        .digest('base64url')
        .slice(0, 8);
      folder = `_app/immutable/words/${version}/`;
      return { define: { 'import.meta.env.TT_WORDS': JSON.stringify(`/${folder}`) } };
    },
    buildStart() {
      if (this.environment.name !== 'client') return;
      for (const file of files.keys())
        this.emitFile({ type: 'chunk', id: virtual + file, fileName: folder + file, preserveSignature: 'strict' });
    },
    resolveId: (id) => (id.startsWith(virtual) ? id : null),
    load: (id) => (id.startsWith(virtual) ? (files.get(id.slice(virtual.length)) ?? null) : null),
  };
}

/** The text of each file, by `locale/page.js`. */
export function wordFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const page of ['web/routes/+error.svelte', ...globSync('web/routes/**/+page.svelte')]) {
    const route = page.endsWith('+error.svelte') ? null : page.replace(/^web\/routes|\/\+page\.svelte$/g, '');
    for (const [locale, words] of Object.entries({ vi, en })) {
      const file = `${locale}/${wordsKey(route)}.js`;
      if (files.has(file)) throw new Error(`two pages share ${file}`);
      files.set(file, `export default ${write(pick(words, wordsOf(page)))};`);
    }
  }
  return files;
}

/** What lies at, below or on the way to a path; without `problem` and `issue`, which come after the first paint. */
function pick(words: object, said: ReadonlySet<string>): object {
  const ways = new Set([...said].flatMap((path) => waysOf(path)));
  const within = (value: object, before: string): object =>
    Object.fromEntries(
      Object.entries(value)
        .map(([key, word]) => [key, word, `${before}${key}`] as const)
        .filter(([, , path]) => ways.has(path) && path !== 'problem' && path !== 'issue')
        .map(([key, word, path]) => [
          key,
          said.has(path) || typeof word !== 'object' ? word : within(word, `${path}.`),
        ]),
    );
  return within(words, '');
}

const waysOf = (path: string): string[] => path.split('.').map((_, i, keys) => keys.slice(0, i + 1).join('.'));

/** Words as program text; their functions stand on their own, which a test tries. */
function write(value: unknown): string {
  if (typeof value === 'function') return value.toString();
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join()}]`;
  return `{${Object.entries(value).map(([key, word]) => `${JSON.stringify(key)}:${write(word)}`)}}`;
}
