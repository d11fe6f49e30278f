import type { Locale } from './session/preferences.ts';

/** A number with its thousands set apart, as each language does it. */
const grouped = {
  vi: { pattern: /^-?\d{1,3}(\.\d{3})+(,\d+)?$/, sign: '.' },
  en: { pattern: /^-?\d{1,3}(,\d{3})+(\.\d+)?$/, sign: ',' },
} as const satisfies Record<Locale, unknown>;

/** A number as people write it: "1.234,5" in Vietnamese, "1,234.5" in English; a lone other sign is a decimal one ("4.5"). Null when it is none. */
export function parseNumber(text: string, locale: Locale): number | null {
  const clean = text.replace(/\s/g, '').replace('−', '-');
  const { pattern, sign } = grouped[locale];
  const plain = pattern.test(clean) ? clean.replaceAll(sign, '') : clean;
  return /^-?\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/** Points as people write them to integer hundredths; null when they are no number or finer than that. */
export function parsePoints(text: string, locale: Locale): number | null {
  const value = parseNumber(text, locale);
  const hundredths = value === null ? null : Math.round(value * 100);
  return value === null || hundredths === null || Math.abs(value * 100 - hundredths) > 1e-6 ? null : hundredths;
}
