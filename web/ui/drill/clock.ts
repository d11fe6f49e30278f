import type { DrillView } from './drill-tabs.ts';

/** What the drill clock shows at `now` (server time); all in ms. The answer was true at `clock.now` and goes on while it runs. */
export function clockAt({ now: since, running, elapsedMs, remainingMs }: DrillView['clock'], now: number) {
  const passed = running ? Math.min(remainingMs, Math.max(0, now - since)) : 0;
  return { elapsedMs: elapsedMs + passed, remainingMs: remainingMs - passed };
}
