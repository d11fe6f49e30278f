import type { BoardView } from './view.ts';

/** The drill clock as the server sent it: true at `serverTime`, and going on from there while `running`. All in ms. */
export type Clocked = Pick<BoardView, 'clock' | 'serverTime'>;

/** What is left on the drill clock at `now` (server time); never below zero. */
export function leftAt(view: Clocked, now: number): number {
  return Math.max(0, view.clock.remainingMs - since(view, now));
}

const since = ({ clock, serverTime }: Clocked, now: number) => (clock.running ? Math.max(0, now - serverTime) : 0);

/** What the drill clock shows at `now`. */
export function elapsedAt(view: Clocked, now: number): number {
  return view.clock.elapsedMs + Math.min(view.clock.remainingMs, since(view, now));
}
