import { redirect } from '@sveltejs/kit';
import { ownPath, textFields } from '#web/session/form-act.ts';
import { cookieNames, locales, oneOf, themes } from '#web/session/preferences.ts';
import type { Actions } from './$types';

const year = 365 * 86_400;

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const { locale, theme, to } = await textFields(request, ['locale', 'theme', 'to']);
    // Not secret, and a hall's LAN may speak plain HTTP.
    const options = { path: '/', maxAge: year, sameSite: 'lax', secure: url.protocol === 'https:', httpOnly: true } as const;
    cookies.set(cookieNames.locale, oneOf(locales, locale, 'vi'), options);
    cookies.set(cookieNames.theme, oneOf(themes, theme, 'auto'), options);
    redirect(303, ownPath(to));
  },
};
