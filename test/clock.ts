import type { Clock } from '#api/kernel/kernel.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(at: number): void;
  pass(ms: number): void;
}

/** 08:00 on 16/11/2026 in Vietnam, a Monday. */
export const start = Date.UTC(2026, 10, 16, 1);

export function testClock(at = start): TestClock {
  let now = at;
  return {
    now: () => now,
    set: (next) => void (now = next),
    pass: (ms) => void (now += ms),
  };
}
