import type { Clock } from '../kernel/kernel.ts';

/** Time that moves when told: days of an exercise pass in minutes. It creeps forward by itself, so that no two acts share a moment. */
export interface VirtualClock extends Clock {
  /** Forward to `at` (ms); never back. */
  moveTo(at: number): void;
}

export function virtualClock(at: number): VirtualClock {
  let now = at;
  return {
    now: () => now++,
    moveTo: (next) => void (now = Math.max(now, next)),
  };
}
