import type { Locale } from '#web/session/preferences.ts';
import type { Dictionary } from './index.ts';
import { wordsKey } from './words-key.ts';

type Tree = { [key: string]: Tree | string | ((p: never) => string) };

/** Where the build puts the words of each page; unknown in development. */
const folder: string | undefined = import.meta.env['TT_WORDS'];
/** What this browser has been told so far; it speaks one language until the page is loaded anew. */
const told: Tree = {};

/** The words of a page, for the browser to fetch with its scripts. */
export const wordsAddress = (locale: Locale, route: string | null) =>
  folder && `${folder}${locale}/${wordsKey(route)}.js`;

/** The server knows every word of a language; the browser those of the pages it has been on. */
export async function loadWords(locale: Locale, route: string | null): Promise<Dictionary> {
  const address = wordsAddress(locale, route);
  if (!address || import.meta.env.SSR)
    return locale === 'en' ? (await import('./en/index.ts')).en : (await import('./vi/index.ts')).vi;
  return tell(((await import(/* @vite-ignore */ address)) as { default: Tree }).default);
}

/** What every refusal is called. A browser fetches it when its first page is shown. */
export async function loadRefusals(locale: Locale): Promise<void> {
  const [problem, issue] =
    locale === 'en'
      ? await Promise.all([import('./en/problem.ts'), import('./en/issue.ts')])
      : await Promise.all([import('./vi/problem.ts'), import('./vi/issue.ts')]);
  tell({ ...problem, ...issue });
}

function tell(words: Tree): Dictionary {
  add(told, words);
  return told as unknown as Dictionary;
}

function add(known: Tree, words: Tree): void {
  for (const [key, word] of Object.entries(words)) {
    const before = known[key];
    if (typeof before === 'object' && typeof word === 'object') add(before, word);
    else known[key] = word;
  }
}
