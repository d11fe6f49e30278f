import { expect, test } from 'vitest';
import { clockAt } from '#web/ui/drill/clock.ts';
import { nextAct } from '#web/ui/drill/next-act.ts';

const ready = { captain: false, rulesAccepted: true, pledged: true };

test('a member accepts the rules, then signs, then waits for the start', () => {
  expect(nextAct('preparing', 'red', { ...ready, rulesAccepted: false, pledged: false }).word).toBe('rules');
  expect(nextAct('preparing', 'red', { ...ready, pledged: false }).word).toBe('pledge');
  expect(nextAct('preparing', 'red', ready)).toEqual({ word: 'wait', path: null });
  expect(nextAct('preparing', 'red', { ...ready, captain: true }).word).toBe('addresses');
});

test('each side has its own work while the drill is live, and none while it is paused', () => {
  expect(nextAct('live', 'red', ready).path).toBe('/claims/new');
  expect(nextAct('live', 'blue', ready).path).toBe('/tickets');
  expect(nextAct('paused', 'blue', ready)).toEqual({ word: 'waitResume', path: null });
  expect(nextAct('ended', 'blue', ready).path).toBe('/board');
});

test('control is led from the plan to the results', () => {
  const words = (['draft', 'approved', 'preparing', 'live', 'paused', 'ended', 'judging', 'published'] as const).map(
    (status) => nextAct(status, 'control').word,
  );
  expect(words).toEqual(['approve', 'prepare', 'gate', 'run', 'resume', 'openJudging', 'publish', 'results']);
});

test('the drill clock goes on from the answer, stands still while stopped and never passes its end', () => {
  const clock = {
    now: 1_000,
    running: true,
    elapsedMs: 500,
    remainingMs: 300,
    durationMs: 800,
    endsAt: 1_300,
    phaseId: null,
    frozenSince: null,
  };
  expect(clockAt(clock, 1_100)).toEqual({ elapsedMs: 600, remainingMs: 200 });
  expect(clockAt(clock, 900)).toEqual({ elapsedMs: 500, remainingMs: 300 });
  expect(clockAt(clock, 9_000)).toEqual({ elapsedMs: 800, remainingMs: 0 });
  expect(clockAt({ ...clock, running: false }, 9_000)).toEqual({ elapsedMs: 500, remainingMs: 300 });
});
