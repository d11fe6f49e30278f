import type { Actor } from '#api/domain/actor.ts';
import { anonymous } from '#api/domain/actor.ts';
import type { EventPayloads, EventType, LoggedEvent, NewEvent } from '#api/domain/event.ts';
import type { Decision, FindingFields, ScoringRules } from '#api/domain/drill/claim.ts';
import { applyDrill, initialDrill } from '#api/domain/drill/fold.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import type { DrillState } from '#api/domain/drill/state.ts';
import { created } from './incident-given.ts';

export const start = Date.UTC(2026, 10, 22, 1, 0, 0);
export const hour = 3_600_000;
export const minute = 60_000;

/** A log under construction: every entry a minute after the one before, unless told. */
export class Log {
  readonly events: LoggedEvent[] = [];
  #at = start - hour;

  get seq(): number {
    return this.events.length;
  }

  add<T extends EventType>(
    type: T,
    payload: EventPayloads[T],
    { actor = 'control-1', at = this.#at + minute, subject = null as string | null } = {},
  ): this {
    this.#at = at;
    const entry = {
      stream: 'drill:d1',
      seq: this.events.length + 1,
      type,
      subject,
      actor,
      at,
      occurredAt: at,
      payload,
    };
    this.events.push(entry as unknown as LoggedEvent);
    return this;
  }

  addAll(events: readonly NewEvent[], actor: string, at: number): this {
    for (const { type, payload, subject } of events) this.add(type, payload as never, { actor, at, subject });
    return this;
  }

  state(): DrillState {
    return this.events.reduce(applyDrill, initialDrill('d1'));
  }
}

export function finding(change: Partial<FindingFields> = {}): FindingFields {
  return {
    targetId: 't1',
    title: 'SQL injection ở trang tra cứu',
    endpoint: '/tra-cuu',
    techniqueId: 'T1190',
    severity: 'high',
    impacts: ['data'],
    foundAt: start,
    description: 'Tham số id không được kiểm tra.',
    fixNow: '',
    fixLong: '',
    ...change,
  };
}

export interface DrillOptions {
  rules?: Partial<ScoringRules>;
  reds?: string[];
  blues?: string[];
  freezeAfterMs?: number | null;
}

/** A live drill: two targets, red and blue teams, two judges; started at `start`, twelve hours long. */
export function liveDrill({
  rules = {},
  reds = ['red-1', 'red-2', 'red-3'],
  blues = ['blue-1'],
  freezeAfterMs = null,
}: DrillOptions = {}): Log {
  const log = new Log();
  const plan = {
    name: 'Diễn tập mẫu',
    theme: '',
    hostOrganisationId: 'org-host',
    scenarioId: null,
    startsAt: start,
    endsAt: start + 12 * hour,
    revealTargetsAt: start,
    freezeMinutes: null,
    rulesText: '',
    rulesHash: '',
    objectives: [],
    emergencyContact: '',
  };
  log.add('drill.drafted', { plan, phases: [], rules: { ...suggestedRules, ...rules }, scenarioHash: null });
  for (const id of ['t1', 't2'])
    log.add('drill.target_added', {
      target: { id, systemId: null, name: `Hệ thống ${id}`, ownerOrganisationId: null, scope: [], level: null },
    });
  for (const [side, ids] of [
    ['red', reds],
    ['blue', blues],
  ] as const)
    for (const teamId of ids)
      log.add('team.formed', {
        teamId,
        name: `Đội ${teamId}`,
        side,
        organisationIds: [`org-${teamId}`],
        targetIds: [],
      });
  for (const accountId of ['judge-1', 'judge-2'])
    log.add('drill.seat_given', {
      accountId,
      name: `Giám khảo ${accountId}`,
      role: 'judge',
      teamId: null,
      captain: false,
      organisationId: null,
    });
  return log.add('drill.started', { durationMs: 12 * hour, freezeAfterMs }, { at: start });
}

/** A finding drafted and submitted by a team. */
export function submitted(log: Log, claimId: string, teamId: string, change: Partial<FindingFields> = {}): Log {
  const number = `PH-${String(log.state().claimCount + 1).padStart(4, '0')}`;
  return log
    .add('claim.drafted', { claimId, teamId, finding: finding(change) }, { actor: teamId, subject: claimId })
    .add('claim.submitted', { claimId, number, foundAt: start }, { actor: teamId, subject: claimId });
}

/** A ticket of a defence team about a target, by which it noticed something at `detectedAt`. */
export function ticketed(
  log: Log,
  ticketId: string,
  detectedAt: number,
  change: { targetId?: string | null; teamId?: string } = {},
): Log {
  const { targetId = 't1', teamId = 'blue-1' } = change;
  const payload = { ...created({ mode: 'drill', drillId: 'd1', detectedAt }).payload, ticketId, targetId, teamId };
  return log.add('incident.created', payload as never, { actor: teamId, subject: ticketId });
}

export const accept: Extract<Decision, { outcome: 'accepted' }> = {
  outcome: 'accepted',
  severity: 'high',
  impacts: ['data'],
  impactEvidence: true,
  reason: '',
};

export function judge(id = 'judge-1', organisationIds: string[] = []) {
  return { accountId: id, organisationIds };
}

export function person(change: Partial<Actor>): Actor {
  return { ...anonymous, kind: 'user', id: 'someone', name: 'Ai đó', ...change };
}
