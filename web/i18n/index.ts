import { createContext } from 'svelte';
import type { Locale } from '#web/session/preferences.ts';
import { createFormat, type Format } from './format.ts';
import type { vi } from './vi/index.ts';
import type { Words } from './words.ts';

/** Every word of the pages; Vietnamese is the source, a key missing in English is a type error. */
export type Dictionary = Words<typeof vi>;

export type I18n = { locale: Locale; t: Dictionary; format: Format };

export const createI18n = (locale: Locale, t: Dictionary): I18n => ({ locale, t, format: createFormat(locale) });

/** `const { t, format } = useI18n()` in any component. A change of language reloads the page, so destructuring is safe. */
export const [useI18n, provideI18n] = createContext<I18n>();
