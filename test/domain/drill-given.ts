import { expect } from 'vitest';
import { applyDrill, initialDrill } from '#api/domain/drill/fold.ts';
import type { DrillPlan, PhasePlan } from '#api/domain/drill/plan.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import type { DrillState } from '#api/domain/drill/state.ts';
import type { EventPayloads, EventType, LoggedEvent, NewEvent } from '#api/domain/event.ts';
import { Refusal } from '#api/domain/refusal.ts';

export const minute = 60_000;
export const hour = 60 * minute;
/** 08:00 of 01/12/2026 in Vietnam: the planned start. */
export const T = Date.UTC(2026, 11, 1, 1);

export const plan: DrillPlan = {
  name: 'Diễn tập tỉnh Vĩnh Long (mẫu)',
  theme: '',
  hostOrganisationId: 'host',
  scenarioId: null,
  startsAt: T,
  endsAt: T + 8 * hour,
  revealTargetsAt: T,
  freezeMinutes: 60,
  rulesText: 'Nội quy',
  rulesHash: 'hash-1',
  objectives: [],
  emergencyContact: 'Trực ban 0900 000 000',
};
export const phases: PhasePlan[] = [
  { id: 'p1', kind: 'training', title: 'Phổ biến', startsAfterMs: 0, durationMs: hour },
  { id: 'p2', kind: 'live', title: 'Thực chiến', startsAfterMs: hour, durationMs: 7 * hour },
];

type Fact<K extends EventType = EventType> = {
  [T in K]: { type: T; payload: EventPayloads[T]; at?: number; actor?: string };
}[K];

export const fact = <K extends EventType>(type: K, payload: EventPayloads[K], at?: number): Fact =>
  ({ type, payload, at }) as Fact;

/** The state after these facts; each at its own time, else a second after the one before. */
export function given(...facts: Fact[]): DrillState {
  let at = T - 24 * hour;
  return facts.reduce((state, { type, payload, at: given, actor = 'btc' }, i) => {
    at = given ?? at + 1000;
    const event = {
      stream: 'drill:d',
      seq: i + 1,
      type,
      subject: null,
      actor,
      at,
      occurredAt: at,
      payload,
    } as LoggedEvent;
    return applyDrill(state, event);
  }, initialDrill('d'));
}

export const drafted = fact('drill.drafted', { plan, phases, rules: suggestedRules, scenarioHash: null });
export const approved = fact('drill.approved', {
  decisionNumber: '12/QĐ-UBND (mẫu)',
  decidedOn: '2026-11-20',
  fileId: null,
});
export const prepared = fact('drill.prepared', {});
export const started = (at = T, freezeAfterMs: number | null = 7 * hour) =>
  fact('drill.started', { durationMs: 8 * hour, freezeAfterMs }, at);
export const paused = (at: number) => fact('drill.paused', { reason: 'Mất điện hội trường' }, at);
export const resumed = (at: number) => fact('drill.resumed', { reason: 'Đã có điện' }, at);
export const team = (teamId: string, side: 'red' | 'blue', name = teamId) =>
  fact('team.formed', { teamId, name, side, organisationIds: [], targetIds: [] });
export const seat = (
  accountId: string,
  role: EventPayloads['drill.seat_given']['role'],
  teamId: string | null = null,
) => fact('drill.seat_given', { accountId, name: accountId, role, teamId, captain: false, organisationId: null });
export const target = (id: string) =>
  fact('drill.target_added', {
    target: { id, systemId: `system-${id}`, name: `Hệ thống ${id}`, ownerOrganisationId: null, scope: [], level: 3 },
  });

/** The code of a refusal; fails on events. */
export function refused(result: readonly NewEvent[] | Refusal): string {
  expect(result).toBeInstanceOf(Refusal);
  return (result as Refusal).code;
}

/** The types of the events; fails on a refusal. */
export function types(result: readonly NewEvent[] | Refusal): string[] {
  if (result instanceof Refusal) throw result;
  return result.map(({ type }) => type);
}
