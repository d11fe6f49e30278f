import { loadWords } from '#web/i18n/load.ts';
import type { Locale } from '#web/session/preferences.ts';

/** The page of errors with its words. A browser fetches it when its first page is alive: it is needed when there is no network. */
export async function errorPage(locale: Locale) {
  await loadWords(locale, null);
  return import(/* words: above */ './ErrorPage.svelte');
}
