import { ownUrl } from '../http/own-url.ts';
import { sha256 } from '../kernel/ids.ts';

const day = 24 * 3_600;

/** `__Host-` and Secure wherever the browser allows it: over https and on the machine itself, but not over plain http on a LAN. */
function isSecure(request: Request): boolean {
  const { protocol, hostname } = ownUrl(request);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}

const nameOf = (request: Request, name: string) => (isSecure(request) ? `__Host-${name}` : name);

/** The value of a cookie, or null. The first of a name counts. */
export function readCookie(request: Request | undefined, name: string): string | null {
  for (const part of request?.headers.get('cookie')?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

function setCookie(request: Request, name: string, value: string, seconds: number): string {
  return `${nameOf(request, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure(request) ? '; Secure' : ''}`;
}

/** The secret of the session that came with the request. */
export const sessionSecret = (request: Request | undefined) =>
  request ? readCookie(request, nameOf(request, 'tt_session')) : null;
/** SHA-256 of it: the id under which the session is stored. */
export function currentSessionHash(request: Request | undefined): string | null {
  const secret = sessionSecret(request);
  return secret === null ? null : sha256(secret);
}
/** The secret of a browser that has signed in here before. */
export const deviceSecret = (request: Request | undefined) =>
  request ? readCookie(request, nameOf(request, 'tt_device')) : null;

export const sessionCookie = (request: Request, secret: string) => setCookie(request, 'tt_session', secret, day);
export const noSessionCookie = (request: Request) => setCookie(request, 'tt_session', '', 0);
export const deviceCookie = (request: Request, secret: string) => setCookie(request, 'tt_device', secret, 400 * day);
