import type { z } from 'zod';
import type { OperationShape, RequestOf } from './operation.ts';
import { newKey } from './key.ts';
import { isCommand } from './operation.ts';
import { ProblemError, readProblem } from './problem-error.ts';

type Fetch = (input: string, init?: RequestInit) => Promise<Response>;
type Request<O extends OperationShape> = keyof RequestOf<O> extends never
  ? Record<string, never> | undefined
  : RequestOf<O>;

export interface CallOptions {
  /** Same key = same act: pass the first one again when retrying. Made anew when absent. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

/** Calls an operation. Resolves with its output; throws ProblemError for a refusal or a lost network. */
export async function call<O extends OperationShape>(
  fetch: Fetch,
  operation: O,
  request?: Request<O>,
  options: CallOptions = {},
): Promise<z.output<O['output']>> {
  const response = await send(fetch, operation, (request ?? {}) as Parts, options);
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as z.output<O['output']>;
  throw readProblem(response.status, text);
}

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

async function send(fetch: Fetch, operation: OperationShape, parts: Parts, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', ...options.headers };
  const init: RequestInit = { method: operation.method, headers };
  if (isCommand(operation)) {
    headers['idempotency-key'] = options.idempotencyKey ?? newKey();
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(parts.body ?? {});
  }
  try {
    return await fetch(urlOf(operation, parts), init);
  } catch {
    throw new ProblemError(0, 'network');
  }
}

/** The address of an operation, for links and downloads. */
export function urlOf(operation: OperationShape, { params = {}, query = {} }: Parts = {}): string {
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`;
}
