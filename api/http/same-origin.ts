import { refuse } from '../domain/refusal.ts';
import { ownUrl } from './own-url.ts';

/** Nothing is answered to another site's page, not even a read: whether and how fast it loads already tells something. */
export function assertOwnSite(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw refuse('request.cross_site');
}

/**
 * A change must come from our own pages: same `Origin` (or `Sec-Fetch-Site: same-origin`), and JSON.
 * Programs send neither header and are let through; they carry no cookie of a browser.
 */
export function assertSameOrigin(request: Request): void {
  assertOwnSite(request);
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== ownUrl(request).origin) throw refuse('request.cross_site');
  if (request.headers.get('sec-fetch-site') === null && origin === null && request.headers.has('cookie'))
    throw refuse('request.cross_site');
}
