import type { gateRead } from '#api/contract/gate.ts';
import type { OutputOf } from '#api/contract/operation.ts';
import { gateItems, type GateItem } from '#api/domain/drill/plan.ts';

export type GateView = OutputOf<typeof gateRead>;
export type GateLine = GateView['lines'][number];

/** Shape beside the word of each status. */
export const shapes: Record<GateLine['status'], string> = { satisfied: '✓', missing: '▲', overridden: '◇' };

/** The lines under their item, in the order of the checklist. */
export function grouped(lines: readonly GateLine[]): { item: GateItem; lines: GateLine[] }[] {
  const groups = Map.groupBy(lines, (line) => line.item);
  return (Object.keys(gateItems) as GateItem[]).flatMap((item) => {
    const own = groups.get(item);
    return own ? [{ item, lines: own }] : [];
  });
}
