import type { PhasePlan } from './plan.ts';
import type { DrillState } from './state.ts';

type Clocked = Pick<DrillState, 'status' | 'running' | 'durationMs' | 'freezeAfterMs' | 'freeze' | 'phases' | 'plan'>;

/** Time (ms) the drill clock has run at the instant `at`; pauses do not count, and it never passes the planned length. */
export function elapsed(state: Clocked, at: number): number {
  let sum = 0;
  for (const { from, to } of state.running) sum += Math.max(0, Math.min(to ?? at, at) - from);
  return Math.min(sum, state.durationMs);
}

/** Time (ms) left on the drill clock. */
export function remaining(state: Clocked, at: number): number {
  return state.durationMs - elapsed(state, at);
}

/** Whether the drill clock is ticking: live, and its time has not run out even if nobody has said so yet. */
export function isRunning(state: Clocked, at: number): boolean {
  return state.status === 'live' && remaining(state, at) > 0;
}

/** Wall-clock instant at which the drill clock showed, or will show, `clockMs`; null while nothing moves it there. */
export function wallTimeOf(state: Clocked, clockMs: number): number | null {
  let shown = 0;
  for (const { from, to } of state.running) {
    if (to === null || shown + (to - from) >= clockMs) return from + (clockMs - shown);
    shown += to - from;
  }
  return null;
}

/** When the drill ends or ended (ms): the plan before the start; while paused, as if it went on at `at`. */
export function drillEndsAt(state: Clocked, at: number): number {
  const last = state.running.at(-1);
  if (!last) return state.plan.endsAt;
  return (
    wallTimeOf(state, state.durationMs) ?? (state.status === 'paused' ? at + remaining(state, at) : (last.to ?? at))
  );
}

/**
 * When attack teams learn the targets (ms). The plan gives it against the planned start: a drill that starts early
 * reveals early, so that nobody plays against targets he may not know.
 */
export function targetsRevealAt({ plan, running }: Pick<DrillState, 'plan' | 'running'>): number {
  const started = running[0]?.from ?? plan.startsAt;
  return plan.revealTargetsAt + Math.min(0, started - plan.startsAt);
}

/** The phase the drill clock is in; null before the start, after the end and between phases. */
export function currentPhase(state: Clocked, at: number): PhasePlan | null {
  if (state.status !== 'live' && state.status !== 'paused') return null;
  const now = elapsed(state, at);
  return (
    state.phases.findLast((phase) => now >= phase.startsAfterMs && now < phase.startsAfterMs + phase.durationMs) ?? null
  );
}

/** Wall-clock instant from which public scores stand still: by the clock or by hand, whichever came first; null = not frozen at `at`. */
export function frozenSince(state: Clocked, at: number): number | null {
  const { frozenAt, unfrozenAt } = state.freeze;
  if (unfrozenAt !== null && unfrozenAt <= at) return null;
  const byClock = state.freezeAfterMs === null ? null : wallTimeOf(state, state.freezeAfterMs);
  const since = Math.min(byClock ?? Infinity, frozenAt ?? Infinity);
  return since <= at ? since : null;
}

/** Whether public scores stand still at `at`. */
export function isFrozen(state: Clocked, at: number): boolean {
  return frozenSince(state, at) !== null;
}

/** The next instant (ms) at which the clock itself makes something happen: the freeze, then the end; null while it stands. */
export function nextMilestone(state: Clocked, at: number): number | null {
  if (state.status !== 'live') return null;
  const frozen = state.freeze.frozenAt !== null || state.freeze.unfrozenAt !== null;
  const freeze = state.freezeAfterMs === null || frozen ? null : wallTimeOf(state, state.freezeAfterMs);
  const end = wallTimeOf(state, state.durationMs);
  const times = [freeze, end].filter((time): time is number => time !== null);
  return times.length === 0 ? null : Math.max(at, Math.min(...times));
}
