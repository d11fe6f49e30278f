import type { boardPublic, boardPublicSeries } from '#api/contract/board.ts';
import type { OutputOf } from '#api/contract/operation.ts';
import type { Side } from '#api/domain/drill/plan.ts';
import type { DrillStatus } from '#api/domain/drill/status.ts';

/** What every board shows, whoever looks: the hall, the teams, the replay. */
export type BoardView = OutputOf<typeof boardPublic>;
export type Series = OutputOf<typeof boardPublicSeries>;
export type Row = BoardView['rows'][number];
export type Happening = BoardView['feed'][number];

export const rowsOf = (view: BoardView, side: Side) => view.rows.filter((row) => row.side === side);

/** The sides that have teams; attack alone when nobody has been formed yet. */
export function sidesOf(view: BoardView): Side[] {
  const sides = (['red', 'blue'] as const).filter((side) => view.rows.some((row) => row.side === side));
  return sides.length > 0 ? sides : ['red'];
}

/** Planned start (ms), while the drill has not begun. */
export const startsAtOf = ({ clock }: BoardView) => clock.endsAt - clock.durationMs;

export const isBeforeStart = (status: DrillStatus) =>
  status === 'draft' || status === 'approved' || status === 'preparing';

/** `9f3c…e07a` */
export const shortHash = (hash: string) => (hash.length > 9 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash);
