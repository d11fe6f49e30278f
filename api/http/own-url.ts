/**
 * The address of a request as the browser spoke it: behind a proxy that ends TLS the socket knows only http.
 * The outer server sets this header from the configured proxy's and overwrites whatever a stranger put into it.
 */
export function ownUrl(request: Request): URL {
  const url = new URL(request.url);
  if (request.headers.get('x-forwarded-proto') === 'https') url.protocol = 'https:';
  return url;
}
