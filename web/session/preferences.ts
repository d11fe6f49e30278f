export const locales = ['vi', 'en'] as const;
export const themes = ['auto', 'light', 'dark', 'projector'] as const;

export type Locale = (typeof locales)[number];
export type Theme = (typeof themes)[number];
export type Preferences = { locale: Locale; theme: Theme };

export const cookieNames = { locale: 'tt_locale', theme: 'tt_theme' } as const;

/** Reads the two first-paint preferences; anything unknown becomes the default (Vietnamese, the device's theme). */
export function readPreferences(get: (name: string) => string | undefined): Preferences {
  return {
    locale: oneOf(locales, get(cookieNames.locale), 'vi'),
    theme: oneOf(themes, get(cookieNames.theme), 'auto'),
  };
}

/** The member of the list equal to the value, or the fallback. */
export function oneOf<T extends string>(list: readonly T[], value: unknown, fallback: T): T {
  return list.find((item) => item === value) ?? fallback;
}
