import { call } from '#api/contract/call.ts';
import type { CallOptions } from '#api/contract/call.ts';
import type { OperationShape, RequestOf } from '#api/contract/operation.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import type { z } from 'zod';

type Fetch = (request: Request, from?: { address: string }) => Response | Promise<Response>;
type Asked<O extends OperationShape> = keyof RequestOf<O> extends never ? Record<string, never> : RequestOf<O>;

/** A browser: keeps cookies, comes from our own pages, has an address. */
export interface Client {
  cookies: Map<string, string>;
  address: string;
  /** The raw answer; `path` begins with `/api/`. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The output of an operation; throws ProblemError when refused. */
  call<O extends OperationShape>(
    operation: O,
    request?: Asked<O>,
    options?: CallOptions,
  ): Promise<z.output<O['output']>>;
  /** The refusal of an operation; throws when it succeeds. */
  refused<O extends OperationShape>(operation: O, request?: Asked<O>, options?: CallOptions): Promise<ProblemError>;
}

export const origin = 'http://localhost';

export function createClient(fetch: Fetch, address = '192.0.2.1'): Client {
  const client: Client = {
    cookies: new Map(),
    address,
    async fetch(path, init = {}) {
      const headers = new Headers(init.headers);
      if (client.cookies.size > 0 && !headers.has('cookie'))
        headers.set('cookie', [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      if (!headers.has('sec-fetch-site')) headers.set('sec-fetch-site', 'same-origin');
      const response = await fetch(new Request(`${origin}${path}`, { ...init, headers }), { address: client.address });
      for (const cookie of response.headers.getSetCookie()) keep(client.cookies, cookie);
      return response;
    },
    call: (operation, request, options) => call(client.fetch, operation, request as never, options),
    async refused(operation, request, options) {
      try {
        await call(client.fetch, operation, request as never, options);
      } catch (error) {
        if (error instanceof ProblemError) return error;
        throw error;
      }
      throw new Error(`${operation.name} was not refused`);
    },
  };
  return client;
}

function keep(cookies: Map<string, string>, header: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
  if (/;\s*max-age=0/i.test(header) || value === '') cookies.delete(name);
  else cookies.set(name, value);
}
