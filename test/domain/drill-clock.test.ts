import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  currentPhase,
  drillEndsAt,
  elapsed,
  frozenSince,
  isFrozen,
  isRunning,
  nextMilestone,
  remaining,
  targetsRevealAt,
  wallTimeOf,
} from '#api/domain/drill/clock.ts';
import { approved, drafted, fact, given, hour, minute, paused, prepared, resumed, started, T } from './drill-given.ts';

const live = [drafted, approved, prepared, started()];

describe('the drill clock', () => {
  it('stands at zero before the start and shows the planned end', () => {
    const state = given(drafted, approved, prepared);
    expect([elapsed(state, T), drillEndsAt(state, T), currentPhase(state, T), isFrozen(state, T + 99 * hour)]).toEqual([
      0,
      T + 8 * hour,
      null,
      false,
    ]);
  });

  it('runs with the wall clock', () => {
    const state = given(...live);
    expect([elapsed(state, T + hour), remaining(state, T + hour), drillEndsAt(state, T + hour)]).toEqual([
      hour,
      7 * hour,
      T + 8 * hour,
    ]);
    expect(elapsed(state, T - hour)).toBe(0);
  });

  it('leaves pauses out', () => {
    const state = given(...live, paused(T + 2 * hour), resumed(T + 5 * hour));
    expect(elapsed(state, T + 4 * hour)).toBe(2 * hour);
    expect(elapsed(state, T + 6 * hour)).toBe(3 * hour);
    expect(drillEndsAt(state, T + 6 * hour)).toBe(T + 11 * hour);
    const still = given(...live, paused(T + 2 * hour));
    expect(drillEndsAt(still, T + 4 * hour)).toBe(T + 10 * hour);
    expect([isRunning(still, T + 4 * hour), isRunning(state, T + 6 * hour)]).toEqual([false, true]);
  });

  it('stops at the planned length, said or not', () => {
    const state = given(...live);
    expect([elapsed(state, T + 20 * hour), remaining(state, T + 20 * hour), isRunning(state, T + 20 * hour)]).toEqual([
      8 * hour,
      0,
      false,
    ]);
    expect(
      drillEndsAt(given(...live, fact('drill.ended', { reason: 'Kết thúc sớm' }, T + 3 * hour)), T + 9 * hour),
    ).toBe(T + 3 * hour);
  });

  it('names the phase it is in', () => {
    const state = given(...live);
    expect(currentPhase(state, T + hour - 1)?.id).toBe('p1');
    expect(currentPhase(state, T + hour)?.id).toBe('p2');
    expect(currentPhase(state, T + 8 * hour)).toBeNull();
  });

  it('an extension moves the end, the last phase and a freeze still to come', () => {
    const state = given(...live, fact('drill.extended', { byMs: hour, reason: 'Bù giờ' }, T + 2 * hour));
    expect([state.durationMs, state.freezeAfterMs, drillEndsAt(state, T + 2 * hour)]).toEqual([
      9 * hour,
      8 * hour,
      T + 9 * hour,
    ]);
    expect(currentPhase(state, T + 8.5 * hour)?.id).toBe('p2');
    const late = given(...live, fact('drill.extended', { byMs: hour, reason: 'Bù giờ' }, T + 7.5 * hour));
    expect([late.durationMs, late.freezeAfterMs]).toEqual([9 * hour, 7 * hour]);
  });

  it('an extension taken back leaves the clock as it was', () => {
    const more = (at: number, byMs = hour) => fact('drill.extended', { byMs, reason: 'Bù giờ' }, at);
    const back = (extension: number, at: number, byMs = hour) =>
      fact('drill.extension_withdrawn', { extension, byMs, reason: 'Nhầm' }, at);
    const clock = ({ durationMs, freezeAfterMs, phases, extensions }: ReturnType<typeof given>) => [
      durationMs,
      freezeAfterMs,
      phases.at(-1)?.durationMs,
      extensions.length,
    ];
    const once = live.length + 1;
    const undone = given(...live, more(T + 2 * hour), back(once, T + 3 * hour));
    expect(clock(undone)).toEqual(clock(given(...live)));
    expect(drillEndsAt(undone, T + 3 * hour)).toBe(T + 8 * hour);
    const twice = given(...live, more(T + hour), more(T + 2 * hour, 2 * hour), back(once + 1, T + 3 * hour, 2 * hour));
    expect(clock(twice)).toEqual(clock(given(...live, more(T + hour))));
    // Frozen already when it was extended: the freeze had not moved, and does not.
    const frozen = given(...live, more(T + 7.5 * hour), back(once, T + 7.6 * hour));
    expect(clock(frozen)).toEqual(clock(given(...live)));
  });

  it('a freeze that would go back behind now comes now, and hides nothing that was shown', () => {
    const at = T + 7.25 * hour;
    const state = given(
      ...live,
      fact('drill.extended', { byMs: hour, reason: 'Bù giờ' }, T + 6 * hour),
      fact('drill.extension_withdrawn', { extension: live.length + 1, byMs: hour, reason: 'Nhầm' }, at),
    );
    expect([frozenSince(state, at - 1), frozenSince(state, at), drillEndsAt(state, at)]).toEqual([
      null,
      at,
      T + 8 * hour,
    ]);
  });
});

describe('the targets', () => {
  it('show when the plan says, and earlier by as much as the drill starts early', () => {
    const plan = { ...given(drafted).plan, startsAt: T, revealTargetsAt: T + hour };
    const revealed = (from: number | null) =>
      targetsRevealAt({ plan, running: from === null ? [] : [{ from, to: null }] });
    expect([revealed(null), revealed(T), revealed(T - 2 * hour), revealed(T + 3 * hour)]).toEqual([
      T + hour,
      T + hour,
      T - hour,
      T + hour,
    ]);
  });
});

describe('the freeze', () => {
  it('comes by the drill clock, so a pause moves it', () => {
    expect(frozenSince(given(...live), T + 7 * hour - 1)).toBeNull();
    expect(frozenSince(given(...live), T + 7.5 * hour)).toBe(T + 7 * hour);
    const state = given(...live, paused(T + hour), resumed(T + 3 * hour));
    expect(frozenSince(state, T + 8 * hour)).toBeNull();
    expect(frozenSince(state, T + 9 * hour)).toBe(T + 9 * hour);
  });

  it('comes by hand too, whichever is first, and lasts beyond the end until it is lifted', () => {
    const frozen = fact('board.frozen', { reason: 'Giữ bảng' }, T + 4 * hour);
    expect(frozenSince(given(...live, frozen), T + 7.5 * hour)).toBe(T + 4 * hour);
    const ended = fact('drill.ended', { reason: 'clock' }, T + 8 * hour);
    expect(isFrozen(given(...live, frozen, ended), T + 50 * hour)).toBe(true);
    const lifted = given(...live, frozen, ended, fact('board.unfrozen', { reason: 'Công bố' }, T + 60 * hour));
    expect(isFrozen(lifted, T + 60 * hour)).toBe(false);
  });

  it('never comes without a freeze in the plan', () => {
    expect(isFrozen(given(drafted, approved, prepared, started(T, null)), T + 8 * hour)).toBe(false);
  });

  it('is the next milestone, then the end', () => {
    expect(nextMilestone(given(...live), T)).toBe(T + 7 * hour);
    expect(nextMilestone(given(...live, fact('board.frozen', { reason: 'clock' }, T + 7 * hour)), T + 7 * hour)).toBe(
      T + 8 * hour,
    );
    expect(nextMilestone(given(...live, paused(T + hour)), T + hour)).toBeNull();
  });
});

it("any history of pauses: the clock never goes back, and wall time and clock time are each other's inverse", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 12 }),
      fc.integer({ min: 0, max: 8 * 60 }),
      (steps, ask) => {
        let at = T;
        const changes = steps.map((minutes, i) => {
          at += minutes * minute;
          return i % 2 === 0 ? paused(at) : resumed(at);
        });
        const state = given(...live, ...changes);
        let last = 0;
        for (let time = T; time < at + 10 * hour; time += 7 * minute) {
          const shown = elapsed(state, time);
          expect(shown).toBeGreaterThanOrEqual(last);
          expect(shown + remaining(state, time)).toBe(8 * hour);
          last = shown;
        }
        const wall = wallTimeOf(state, ask * minute);
        if (wall !== null) expect(elapsed(state, wall)).toBe(ask * minute);
      },
    ),
  );
});
