import { invalidateAll } from '$app/navigation';
import { onDestroy } from 'svelte';
import type { OperationShape, OutputOf, RequestOf } from '#api/contract/operation.ts';
import { useI18n } from '#web/i18n/index.ts';
import { useLive } from '#web/live.svelte.ts';
import type { Said } from './problems.ts';
import type { Outcome, Refusal } from './sending.ts';
import { later } from './ui/later.ts';
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

/**
 * One act of a person: sends it once, says in words what was refused, keeps what was typed. A retry after a lost network
 * carries the same idempotency key, so that it counts once; what waits for the network is said, and goes when the page does.
 * The code that sends comes when the page is alive, so that a form stands the sooner.
 */
export function useAct<O extends OperationShape>(operation: O, options: Options<O> = {}) {
  const { t, locale } = useI18n();
  const live = useLive();
  let pending = $state(false);
  let said = $state.raw<Said>({ errors: {}, summary: [] });
  let problem = $state.raw<Refusal | null>(null);
  let unanswered: { request: string; key: string } | null = null;
  let forget = () => {};
  const sending = later(() => import('./sending.ts'));
  onDestroy(() => forget());

  async function run(request?: RequestOf<O>): Promise<OutputOf<O> | undefined> {
    if (pending) return undefined;
    pending = true;
    forget();
    try {
      const outcome = await attempt(request);
      if ('output' in outcome) {
        reset();
        await succeed(outcome.output);
        return outcome.output;
      }
      ({ refused: problem, said } = outcome);
      if (problem.status === 0) forget = live.lost(options.resend ? () => run(request) : undefined);
      if (options.toast) for (const { text } of summary().slice(0, 1)) notify(text, { kind: 'error' });
      return undefined;
    } finally {
      pending = false;
    }
  }

  async function attempt(request?: RequestOf<O>): Promise<Outcome<O>> {
    const text = JSON.stringify(request ?? null);
    const key = unanswered?.request === text ? unanswered.key : null;
    const { send } = await sending().catch(() => ({ send: null }));
    // Nothing can be sent without a network, and nothing was.
    if (!send)
      return {
        refused: { code: 'network', status: 0, issues: [] },
        said: { errors: {}, summary: [{ text: t.shell.offlineBanner }] },
        key: null,
      };
    const outcome = await send(operation, request, key, { t, locale, form: options.form });
    unanswered = 'key' in outcome && outcome.key !== null ? { request: text, key: outcome.key } : null;
    return outcome;
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

  // The wish for a fresh proof of identity has a dialog of its own.
  const summary = () => (problem?.code === 'session.step_up' ? [] : said.summary);

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
      return summary();
    },
  };
}
