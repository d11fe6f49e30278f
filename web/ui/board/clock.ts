/** The drill clock as the server sent it: true at `asOf`, and going on from there while `running`. All in ms. */
export interface ClockFace {
  running: boolean;
  asOf: number;
  elapsedMs: number;
  remainingMs: number;
}

/** What is left on the drill clock at `now` (server time); never below zero. */
export function leftAt(clock: ClockFace, now: number): number {
  return Math.max(0, clock.remainingMs - sinceAsOf(clock, now));
}

/** What the drill clock shows at `now`. */
export function elapsedAt(clock: ClockFace, now: number): number {
  return clock.elapsedMs + Math.min(clock.remainingMs, sinceAsOf(clock, now));
}

const sinceAsOf = (clock: ClockFace, now: number) => (clock.running ? Math.max(0, now - clock.asOf) : 0);
