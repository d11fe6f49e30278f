import { loadWords } from '#web/i18n/load.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data, route }) => ({ ...data, words: await loadWords(data.locale, route.id) });
