import { call } from '#api/contract/call.ts';
import { toIssue } from '#api/contract/issue.ts';
import { newKey } from '#api/contract/key.ts';
import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import type { Dictionary } from './i18n/index.ts';
import { meanBlanked } from './i18n/blanked.ts';
import { loadRefusals } from './i18n/load.ts';
import { sayProblem, type Said } from './problems.ts';
import type { Locale } from './session/preferences.ts';

/** How a page speaks of what was refused. */
export type Voice = { t: Dictionary; locale: Locale; form?: string | undefined };
export type Refusal = Pick<ProblemError, 'code' | 'status' | 'issues'>;
/** `key` is kept where no answer came: sent again with it, the act counts once. */
export type Outcome<O extends OperationShape> =
  { output: OutputOf<O> } | { refused: Refusal; said: Said; key: string | null };

/** Sends one act of a person, and says in words what was refused. */
export async function send<O extends OperationShape>(
  operation: O,
  request: RequestOf<O> | undefined,
  key: string | null,
  voice: Voice,
): Promise<Outcome<O>> {
  const idempotencyKey = key ?? newKey();
  try {
    await check(operation, request);
    const fetcher = (input: string, init?: RequestInit) => fetch(input, init);
    return {
      output: (await call(fetcher, operation, meanBlanked(request, voice.locale) as never, {
        idempotencyKey,
      })) as OutputOf<O>,
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    await loadRefusals(voice.locale).catch(() => undefined);
    const unanswered = error.status === 0 || error.status >= 500;
    return {
      refused: error,
      said: sayProblem(error, voice.t, voice.form),
      key: unanswered ? idempotencyKey : null,
    };
  }
}

/** The same schema the server asks, before anything leaves the page; fetched with the first act, and left to the server where the network is lost. */
async function check(operation: OperationShape & { whole?: () => Promise<OperationShape> }, request: unknown) {
  const { body } = (request ?? {}) as { body?: unknown };
  const whole = operation.whole ? await operation.whole().catch(() => undefined) : operation;
  const result = whole?.body?.safeParse(body, { reportInput: true });
  if (result && !result.success)
    throw new ProblemError(400, 'request.invalid', { issues: result.error.issues.map(toIssue) });
}
