import { refuse } from '../domain/refusal.ts';

/**
 * A change must come from our own pages: same `Origin` (or `Sec-Fetch-Site: same-origin`), and JSON.
 * Programs send neither header and are let through; they carry no cookie of a browser.
 */
export function assertSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw refuse('request.cross_site');
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== ownOrigin(request)) throw refuse('request.cross_site');
  if (site === null && origin === null && request.headers.has('cookie')) throw refuse('request.cross_site');
}

/** The origin the browser spoke to; behind a configured proxy its host and protocol are already in the URL. */
function ownOrigin(request: Request): string {
  return new URL(request.url).origin;
}
