import type { BoardRow, Happening } from '#api/domain/drill/board.ts';
import type { Side } from '#api/domain/drill/plan.ts';
import type { DrillStatus } from '#api/domain/drill/status.ts';
import type { ClockFace } from './clock.ts';

export type Row = BoardRow & { organisations: readonly string[] };

/** What every board shows, whoever looks: the hall, the teams, the replay. */
export interface BoardView {
  name: string;
  status: DrillStatus;
  /** ms; planned start. */
  startsAt: number;
  clock: ClockFace & { endsAt: number; phase: string | null; frozenSince: number | null };
  /** When public scores will stand still (ms); null = they will not, or already do. */
  freezesAt: number | null;
  /** Why the clock stands, in the words of the organisers. */
  pauseReason: string | null;
  rows: readonly Row[];
  feed: readonly Happening[];
  recognised: number;
  /** Teams revealed one by one since the freeze, in that order. */
  revealed: readonly string[];
  checkpoint: { seq: number; hash: string; at: number } | null;
}

export const rowsOf = (view: BoardView, side: Side) => view.rows.filter((row) => row.side === side);

/** The sides that have teams; attack alone when nobody has been formed yet. */
export function sidesOf(view: BoardView): Side[] {
  const sides = (['red', 'blue'] as const).filter((side) => view.rows.some((row) => row.side === side));
  return sides.length > 0 ? sides : ['red'];
}

/** Ended, judged or published: nothing more can be earned by playing. */
export const isOver = (status: DrillStatus) => status === 'ended' || status === 'judging' || status === 'published';
export const isBeforeStart = (status: DrillStatus) =>
  status === 'draft' || status === 'approved' || status === 'preparing';

/** `9f3c…e07a` */
export const shortHash = (hash: string) => (hash.length > 9 ? `${hash.slice(0, 4)}…${hash.slice(-4)}` : hash);
