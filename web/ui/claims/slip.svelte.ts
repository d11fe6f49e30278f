import type { claimUndoDecision, claimUndoVerification } from '#api/contract/adjudication.ts';
import { undoFor } from '#api/domain/drill/claim.ts';
import { useAct } from '#web/act.svelte.ts';
import { useHotkeys } from '#web/hotkeys.svelte.ts';
import { useI18n } from '#web/i18n/index.ts';
import { notify } from '#web/ui/notify.ts';

type Options = {
  drill: () => string;
  /** What the key does, in words. */
  label: string;
  /** Said when it is done. */
  success: string;
  /** Shows the finding as it is now; without it the page is read anew. */
  onundone?: (claim: string) => Promise<unknown>;
};

/** What a person has just said of a finding: taken back from the notice or by Z, for as long as the server lets him. */
export function useSlip(operation: typeof claimUndoDecision | typeof claimUndoVerification, options: Options) {
  const { t } = useI18n();
  const { label, success, onundone } = options;
  let last = $state<string | null>(null);
  const undoing = useAct(operation, { toast: true, success, refresh: !onundone });
  async function undo(claim: string) {
    last = null;
    if (await undoing.run({ params: { drill: options.drill(), claim } })) await onundone?.(claim);
  }
  useHotkeys(() => (last ? [{ key: 'Z', label, run: () => void (last && undo(last)) }] : []));

  return {
    /** Says what was done; `claim` = null where it cannot be taken back. */
    offer(said: string, claim: string | null) {
      last = claim;
      const run = () => void (claim && undo(claim));
      notify(said, claim ? { undo: { label: t.common.undo, run, ms: undoFor } } : {});
    },
  };
}
