import type { Cookies } from '@sveltejs/kit';

/** Passes the cookies an in-process API answer sets on to the browser, unchanged. */
export function forwardCookies(from: Response, to: Cookies): void {
  for (const line of from.headers.getSetCookie()) {
    const { name, value, ...options } = to.parse(line, { decode: (text) => text });
    to.set(name, value ?? '', { ...options, path: options.path ?? '/', encode: (text) => text });
  }
}
