import { injectDeliver, injectRecall, injectRestore, injectSkip, injectsShift } from '#api/contract/run-sheet.ts';
import { useAct } from '#web/act.svelte.ts';
import { useI18n } from '#web/i18n/index.ts';
import type { SheetLine } from './run-sheet.ts';

export type SheetActs = ReturnType<typeof useSheetActs>;

/** What can be done to the run sheet; each act names the one that takes it back. */
export function useSheetActs(drill: () => string) {
  const { t, format } = useI18n();
  const words = t.control.sheet;
  const of = (inject: string) => ({ params: { drill: drill(), inject } });
  let title = '';
  let inject = '';

  const recall = useAct(injectRecall, { success: words.recalled, toast: true });
  const deliver = useAct(injectDeliver, {
    success: () => words.done({ title }),
    toast: true,
    undo: ({ injectId }) => recall.run(of(injectId)),
  });
  const restore = useAct(injectRestore, { success: words.restored, toast: true });
  const skip = useAct(injectSkip, {
    success: () => words.skipDone({ title }),
    toast: true,
    undo: () => restore.run(of(inject)),
  });
  const shifted = (minutes: number) => {
    const span = format.span(Math.abs(minutes) * 60_000);
    return minutes > 0 ? words.shifted({ span }) : words.broughtForward({ span });
  };
  let by = 0;
  const unshift = useAct(injectsShift, { success: () => shifted(-by), toast: true });
  const shift = useAct(injectsShift, {
    success: () => shifted(by),
    toast: true,
    undo: () => unshift.run({ params: { drill: drill() }, body: { minutes: -by } }),
  });

  return {
    get pending() {
      return deliver.pending || recall.pending || skip.pending || restore.pending || shift.pending || unshift.pending;
    },
    deliver(line: SheetLine) {
      title = line.inject.title;
      void deliver.run({ params: { drill: drill() }, body: { injectId: line.inject.id, teamIds: line.teamIds } });
    },
    skip(line: SheetLine) {
      title = line.inject.title;
      inject = line.inject.id;
      void skip.run(of(inject));
    },
    recall: (line: SheetLine) => void recall.run(of(line.inject.id)),
    restore: (line: SheetLine) => void restore.run(of(line.inject.id)),
    shift(minutes: number) {
      by = minutes;
      void shift.run({ params: { drill: drill() }, body: { minutes } });
    },
  };
}
