import { error, redirect } from '@sveltejs/kit';
import { call } from '#api/contract/call.ts';
import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import { fetchInWords } from './i18n/blanked.ts';

type Fetch = typeof globalThis.fetch;

/** Reads an operation in a `load`; a refusal becomes the error page with its words, a lost session the way to sign in. */
export async function ask<O extends OperationShape>(
  fetch: Fetch,
  operation: O,
  request?: RequestOf<O>,
  from?: URL,
): Promise<OutputOf<O>> {
  try {
    return (await call(fetchInWords(fetch), operation, request as never)) as OutputOf<O>;
  } catch (problem) {
    if (!(problem instanceof ProblemError)) throw problem;
    if (problem.code === 'session.required' && from)
      redirect(303, `/login?to=${encodeURIComponent(from.pathname + from.search)}`);
    error(problem.status || 503, problem.code, { code: problem.code, requestId: problem.requestId });
  }
}
