import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#api/contract/call.ts';
import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import { ProblemError } from '#api/contract/problem.ts';
import type { Issue, RefusalParams } from '#api/domain/refusal.ts';
import { forwardCookies } from './forward-cookies.ts';

export type Refused = { status: number; code: string; params: RefusalParams; issues: readonly Issue[] };
export type Acted<T> = { ok: true; output: T } | { ok: false; refused: Refused };

/** Runs an operation for a form action, so that the form works without script; cookies of the answer reach the browser. */
export async function formAct<O extends OperationShape>(
  event: RequestEvent,
  operation: O,
  request: RequestOf<O>,
): Promise<Acted<OutputOf<O>>> {
  const fetch = async (input: string, init?: RequestInit) => {
    const answer = await event.fetch(input, init);
    forwardCookies(answer, event.cookies);
    return answer;
  };
  try {
    return { ok: true, output: (await call(fetch, operation, request as never)) as OutputOf<O> };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { status, code, params, issues } = error;
    return { ok: false, refused: { status: status || 503, code, params, issues } };
  }
}

/** The text fields of a posted form. */
export async function textFields<K extends string>(request: Request, names: readonly K[]): Promise<Record<K, string>> {
  const form = await request.formData();
  return Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '')])) as Record<K, string>;
}

/** A path of this site to go on to; anything that could lead elsewhere becomes the first page. */
export function ownPath(to: string | null | undefined): string {
  const own = 'http://own.invalid';
  // Read as a browser reads it: it drops tabs and line ends, takes "\\" for "/" and resolves "/.//".
  const url = to?.startsWith('/') ? URL.parse(to, own) : null;
  if (url?.origin !== own || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
