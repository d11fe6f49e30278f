import type { Cookies } from '@sveltejs/kit';

/** Passes the cookies an in-process API answer sets on to the browser, unchanged. */
export function forwardCookies(from: Response, to: Cookies): void {
  for (const line of from.headers.getSetCookie()) {
    const { name, value, ...options } = to.parse(line, { decode: (text) => text });
    to.set(name, value ?? '', {
      ...options,
      path: options.path ?? '/',
      // Kit would add both by itself; the API alone knows whether this host speaks TLS.
      secure: options.secure ?? false,
      httpOnly: options.httpOnly ?? false,
      encode: (text) => text,
    });
  }
}
