import { applyDrill, initialDrill } from '../domain/drill/fold.ts';
import type { DrillState } from '../domain/drill/state.ts';
import type { Fold } from '../kernel/folds.ts';

/** The log stream of a drill. */
export const drillStream = (drillId: string) => `drill:${drillId}`;

/** How the log of a drill becomes its state. */
export const drillFold: Fold<DrillState> = {
  prefix: 'drill:',
  initial: (stream) => initialDrill(stream.slice('drill:'.length)),
  apply: applyDrill,
};
