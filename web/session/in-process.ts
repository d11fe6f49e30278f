import type { RequestEvent } from '@sveltejs/kit';

/**
 * The server hands its API to the page bundle through this one global symbol. The bundle must never import `api/`
 * beyond contract and domain: a second copy of the API would open a second database.
 */
const key = Symbol.for('thao-truong.api');

export type Api = { fetch: (request: Request, from?: { address: string }) => Response | Promise<Response> };

const passedOn = [
  'cookie',
  'user-agent',
  'accept-language',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
  'x-request-id',
];

/** True when a server-side fetch of a page goes to this very server's API. */
export const isApi = (url: URL, origin: string) => url.origin === origin && url.pathname.startsWith('/api/');

/** Answers a page's `/api/*` request in this process, as the browser that asked for the page. */
export async function callApi(event: RequestEvent, request: Request): Promise<Response> {
  const api = Reflect.get(globalThis, key) as Api | undefined;
  if (!api) throw new Error('The API is not mounted: start the server with api/server.ts.');
  const headers = new Headers(request.headers);
  for (const name of passedOn) {
    const value = event.request.headers.get(name);
    if (value !== null && !headers.has(name)) headers.set(name, value);
  }
  // Kit has already checked the origin of the form post that led here; the API makes the same check on its own.
  headers.set('origin', event.url.origin);
  headers.set('host', event.url.host);
  headers.set('sec-fetch-site', 'same-origin');
  return api.fetch(new Request(request, { headers }), { address: event.getClientAddress() });
}
