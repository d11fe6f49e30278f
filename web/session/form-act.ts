import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#api/contract/call.ts';
import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import { loadWords } from '#web/i18n/load.ts';
import { sayProblem, type Said } from '#web/problems.ts';
import { forwardCookies } from './forward-cookies.ts';

/** A refusal, already in the words of the person's language: the page is alive before it knows any of them. */
export type Refused = { status: number; said: Said };
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
    return { ok: false, refused: await refuse(event, error) };
  }
}

export async function refuse(event: RequestEvent, problem: ProblemError): Promise<Refused> {
  const words = await loadWords(event.locals.preferences.locale, event.route.id);
  return { status: problem.status || 503, said: sayProblem(problem, words) };
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
