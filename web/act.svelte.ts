import { invalidateAll } from '$app/navigation';
import { onDestroy } from 'svelte';
import { call } from '#api/contract/call.ts';
import { toIssue } from '#api/contract/issue.ts';
import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import { ProblemError } from '#api/contract/problem-error.ts';
import { useI18n } from '#web/i18n/index.ts';
import { meanBlanked } from '#web/i18n/blanked.ts';
import { loadRefusals } from '#web/i18n/load.ts';
import { useLive } from '#web/live.svelte.ts';
import { newKey } from '#api/contract/key.ts';
import { sayCode, sayProblem, type Said } from './problems.ts';
import { notify } from './ui/notify.ts';

type Options<O extends OperationShape> = {
  /** Toast after success. */
  success?: string | ((output: OutputOf<O>) => string);
  /** Ten seconds to take it back. */
  undo?: (output: OutputOf<O>) => unknown;
  onsuccess?: (output: OutputOf<O>) => unknown;
  /** Reload what the page shows; false when `onsuccess` leaves the page. */
  refresh?: boolean;
  /** Prefix of the fields' ids, when the page has two forms. */
  form?: string;
  /** Refusals also as a toast, for a button that has no form around it. */
  toast?: boolean;
  /** A form whose sending got no answer is sent once more, by itself, when the server is back and the page still open. */
  resend?: boolean;
};

/** The same schema the server asks, before anything leaves the page; fetched with the first act, and left to the server where the network is lost. */
async function check(operation: OperationShape & { whole?: () => Promise<OperationShape> }, request: unknown) {
  const { body } = (request ?? {}) as { body?: unknown };
  const whole = operation.whole ? await operation.whole().catch(() => undefined) : operation;
  const result = whole?.body?.safeParse(body, { reportInput: true });
  if (result && !result.success)
    throw new ProblemError(400, 'request.invalid', { issues: result.error.issues.map(toIssue) });
}

/**
 * One act of a person: sends it once, says in words what was refused, keeps what was typed. A retry after a lost network
 * carries the same idempotency key, so that it counts once; what waits for the network is said, and goes when the page does.
 */
export function useAct<O extends OperationShape>(operation: O, options: Options<O> = {}) {
  const { t, locale } = useI18n();
  const live = useLive();
  let pending = $state(false);
  let said = $state.raw<Said>({ errors: {}, summary: [] });
  let problem = $state.raw<ProblemError | null>(null);
  let unanswered: { request: string; key: string } | null = null;
  let forget = () => {};
  onDestroy(() => forget());

  async function run(request?: RequestOf<O>): Promise<OutputOf<O> | undefined> {
    if (pending) return undefined;
    pending = true;
    forget();
    const text = JSON.stringify(request ?? null);
    const key = unanswered?.request === text ? unanswered.key : newKey();
    try {
      await check(operation, request);
      const send = (input: string, init?: RequestInit) => fetch(input, init);
      const output = (await call(send, operation, meanBlanked(request, locale) as never, {
        idempotencyKey: key,
      })) as OutputOf<O>;
      unanswered = null;
      reset();
      await succeed(output);
      return output;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      unanswered = error.status === 0 || error.status >= 500 ? { request: text, key } : null;
      if (error.status === 0) forget = live.lost(options.resend ? () => run(request) : undefined);
      problem = error;
      await loadRefusals(locale).catch(() => undefined);
      said = sayProblem(error, t, options.form);
      // A dialog of its own answers that one.
      if (options.toast && error.code !== 'session.step_up')
        notify(said.summary[0]?.text ?? sayCode('server.error', {}, t), { kind: 'error' });
      return undefined;
    } finally {
      pending = false;
    }
  }

  async function succeed(output: OutputOf<O>) {
    const { success, undo, onsuccess, refresh = true } = options;
    if (success) {
      const text = typeof success === 'string' ? success : success(output);
      notify(text, undo && { undo: { label: t.common.undo, run: () => void undo(output) } });
    }
    if (refresh) await invalidateAll();
    await onsuccess?.(output);
  }

  /** The field is being filled in anew: what was said of it is no longer true. */
  function fix(name: string) {
    const errors = Object.fromEntries(
      Object.entries(said.errors).filter(([path]) => path !== name && !path.startsWith(`${name}.`)),
    );
    if (Object.keys(errors).length < Object.keys(said.errors).length) said = { ...said, errors };
  }

  function reset() {
    problem = null;
    said = { errors: {}, summary: [] };
  }

  return {
    run,
    reset,
    fix,
    form: options.form,
    get pending() {
      return pending;
    },
    /** The refusal itself, when a page treats a code in its own way. */
    get problem() {
      return problem;
    },
    /** Words for each field, by its name. */
    get errors() {
      return said.errors;
    },
    /** For ErrorSummary. */
    get summary() {
      return said.summary;
    },
  };
}
