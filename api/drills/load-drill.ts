import type { Trx } from '#db/schema.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { refuse } from '../domain/refusal.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { drillFold, drillStream } from './fold.ts';

/** The drill within the transaction that holds its stream. Throws `not_found`. */
export async function loadDrill(trx: Trx, kernel: Kernel, drillId: string): Promise<DrillState> {
  const state = await kernel.folds.write(trx, drillFold, drillStream(drillId));
  if (!state.exists) throw refuse('not_found');
  return state;
}

/** The drill as committed. Throws `not_found`. */
export async function readDrill(kernel: Kernel, drillId: string): Promise<DrillState> {
  const { state } = await kernel.folds.read(drillFold, drillStream(drillId));
  if (!state.exists) throw refuse('not_found');
  return state;
}
