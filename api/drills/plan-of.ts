import type { DrillPlan, PhasePlan } from '../domain/drill/plan.ts';
import { refuse } from '../domain/refusal.ts';
import type { Refusal } from '../domain/refusal.ts';
import { sha256 } from '../kernel/ids.ts';

export type PlanParts = Omit<DrillPlan, 'rulesHash'>;

/** The plan with the hash of its Nội quy. */
export function sealPlan(parts: PlanParts): DrillPlan {
  return { ...parts, rulesHash: sha256(parts.rulesText) };
}

/** Refuses times that do not fit: the end before the start, a reveal after the end, phases beyond the length; null = they fit. */
export function timesFault(
  { startsAt, endsAt, revealTargetsAt }: PlanParts,
  phases: readonly PhasePlan[],
): Refusal | null {
  const length = endsAt - startsAt;
  const ids = new Set(phases.map(({ id }) => id));
  const inside = phases.every(
    ({ startsAfterMs, durationMs }) => durationMs > 0 && startsAfterMs + durationMs <= length,
  );
  return length > 0 && revealTargetsAt <= endsAt && inside && ids.size === phases.length ? null : refuse('drill.times');
}

/** Phases of a scenario fitted into another length (ms), whole seconds. */
export function scalePhases(phases: readonly PhasePlan[], length: number): PhasePlan[] {
  const own = Math.max(...phases.map(({ startsAfterMs, durationMs }) => startsAfterMs + durationMs));
  if (own === length) return [...phases];
  const scaled = (ms: number) => Math.floor((ms / own) * (length / 1000)) * 1000;
  return phases.map((phase) => {
    const startsAfterMs = scaled(phase.startsAfterMs);
    return {
      ...phase,
      startsAfterMs,
      durationMs: Math.max(1000, scaled(phase.startsAfterMs + phase.durationMs) - startsAfterMs),
    };
  });
}
