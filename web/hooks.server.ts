import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { sayBlanked } from '#web/i18n/blanked.ts';
import { wordsAddress } from '#web/i18n/load.ts';
import { callApi, isApi } from '#web/session/in-process.ts';
import { readPreferences } from '#web/session/preferences.ts';

export const handle: Handle = async ({ event, resolve }) => {
  const preferences = readPreferences((name) => event.cookies.get(name));
  event.locals.preferences = preferences;
  const words = wordsAddress(preferences.locale, event.route.id);
  const answer = await resolve(event, {
    transformPageChunk: ({ html }) =>
      html
        .replace('%tt.locale%', preferences.locale)
        .replace('%tt.theme%', preferences.theme)
        .replace('%tt.words%', words ? `<link href="${words}" rel="modulepreload">` : ''),
    // The two text files of the regular weight, so that first paint has its own letters.
    preload: ({ type, path }) =>
      type === 'js' || type === 'css' || (type === 'font' && /be-vietnam-pro-(latin|vietnamese)-400/.test(path)),
    // What `call` reads of an answer; Kit keeps every other header out of the page.
    filterSerializedResponseHeaders: (name) => name === 'content-type' || name === 'etag',
  });
  // What a person saw is not for the next one to page back to.
  if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store');
  return answer;
};

export const handleFetch: HandleFetch = async ({ event, request, fetch }) =>
  isApi(new URL(request.url), event.url.origin)
    ? sayBlanked(await callApi(event, request), event.locals.preferences.locale)
    : fetch(request);

export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return {};
  const requestId = event.request.headers.get('x-request-id') ?? crypto.randomUUID();
  console.error(JSON.stringify({ level: 'error', requestId, path: event.url.pathname, error: describe(error) }));
  return { requestId };
};

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
