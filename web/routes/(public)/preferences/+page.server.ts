import { redirect } from '@sveltejs/kit';
import { localeChoose } from '#api/contract/auth.ts';
import { formAct, ownPath, textFields } from '#web/session/form-act.ts';
import { cookieNames, locales, oneOf, themes } from '#web/session/preferences.ts';
import { navFor } from '#web/nav.ts';
import type { Actions, PageServerLoad } from './$types';

const year = 365 * 86_400;

export const load: PageServerLoad = async ({ parent }) => {
  const { session } = await parent();
  return { entries: session.user ? navFor(session.user) : [] };
};

export const actions: Actions = {
  default: async (event) => {
    const { cookies, request, url } = event;
    const typed = await textFields(request, ['locale', 'theme', 'to']);
    const locale = oneOf(locales, typed.locale, 'vi');
    // Not secret, and a hall's LAN may speak plain HTTP.
    const options = {
      path: '/',
      maxAge: year,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      httpOnly: true,
    } as const;
    cookies.set(cookieNames.locale, locale, options);
    cookies.set(cookieNames.theme, oneOf(themes, typed.theme, 'auto'), options);
    // The account remembers the language for letters and exports; somebody not signed in has only this device.
    await formAct(event, localeChoose, { body: { locale } });
    redirect(303, ownPath(typed.to));
  },
};
