import { loadWords } from '#web/i18n/load.ts';
import type { Locale } from '#web/session/preferences.ts';
import type { DrillView } from './drill-tabs.ts';

/**
 * What a member of a drill meets instead of a form until the Nội quy is accepted; only then does its code travel, with the words of
 * the page where it always stands.
 */
export async function rulesFirst({ me }: DrillView, locale: Locale) {
  if (me?.mayAct !== false) return null;
  await loadWords(locale, '/(app)/drills/[drill]');
  return (await import(/* words: above */ './Rules.svelte')).default;
}
