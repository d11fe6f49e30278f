import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { elapsed, remaining, wallTimeOf } from './clock.ts';
import { missing, unknownDocument } from './gate.ts';
import type { DrillState } from './state.ts';
import { beforeStart, mayAct } from './status.ts';
import type { DrillStatus, LifeAct } from './status.ts';

const minute = 60_000;
/** Longest a drill may be prolonged at one time (ms): a week. Ours. */
const longestExtension = 7 * 24 * 60 * minute;

type Decided = NewEvent[] | Refusal;

/** Refuses a step the drill is not ready for; null = go on. */
export function outOfTurn(state: DrillState, act: LifeAct): Refusal | null {
  return mayAct(state.status, act) ? null : refuse('drill.wrong_phase', { status: state.status });
}

/** Refuses what is only possible in some statuses; null = go on. */
export function outsideOf(state: DrillState, statuses: readonly DrillStatus[]): Refusal | null {
  return statuses.includes(state.status) ? null : refuse('drill.wrong_phase', { status: state.status });
}

/** Approval rests on a decision: number, date (yyyy-MM-dd) and, where there is one, its file. */
export function approve(state: DrillState, payload: NewEvent<'drill.approved'>['payload']): Decided {
  return (
    outOfTurn(state, 'approve') ??
    unknownDocument(state, payload.fileId) ?? [{ type: 'drill.approved', subject: null, payload }]
  );
}

export function prepare(state: DrillState): Decided {
  return outOfTurn(state, 'prepare') ?? [{ type: 'drill.prepared', subject: null, payload: {} }];
}

/** Starts the drill clock, or puts the refused attempt on record with everything that is missing. */
export function start(state: DrillState): Decided {
  const lacking = missing(state);
  if (lacking.length > 0 && mayAct(state.status, 'start'))
    return [{ type: 'drill.start_refused', subject: null, payload: { missing: lacking } }];
  const durationMs = state.plan.endsAt - state.plan.startsAt;
  const freezeMinutes = state.plan.freezeMinutes;
  const freezeAfterMs = freezeMinutes === null ? null : Math.max(0, durationMs - freezeMinutes * minute);
  return (
    outOfTurn(state, 'start') ?? [{ type: 'drill.started', subject: null, payload: { durationMs, freezeAfterMs } }]
  );
}

export function pause(state: DrillState, reason: string, at: number): Decided {
  return (
    outOfTurn(state, 'pause') ?? timeUp(state, at) ?? [{ type: 'drill.paused', subject: null, payload: { reason } }]
  );
}

export function resume(state: DrillState, reason: string): Decided {
  return outOfTurn(state, 'resume') ?? [{ type: 'drill.resumed', subject: null, payload: { reason } }];
}

/** More time on the drill clock; only while there still is some. */
export function extend(state: DrillState, byMs: number, reason: string, at: number): Decided {
  if (byMs <= 0 || byMs > longestExtension)
    return refuse('drill.extension', { hours: longestExtension / (60 * minute) });
  return (
    outOfTurn(state, 'extend') ??
    timeUp(state, at) ?? [{ type: 'drill.extended', subject: null, payload: { byMs, reason } }]
  );
}

/**
 * Takes the last extension that stands back; `extension` names it, so that nobody undoes what another has just added. Only while the
 * end goes back to a moment that is still to come.
 */
export function undoExtension(state: DrillState, extension: number, reason: string, at: number): Decided {
  const outside = outOfTurn(state, 'extend') ?? timeUp(state, at);
  if (outside) return outside;
  const named = state.extensions.find(({ seq }) => seq === extension);
  if (!named) return refuse('conflict.stale');
  if (named !== state.extensions.at(-1)) return refuse('drill.extension_followed');
  const { byMs } = named;
  if (remaining(state, at) <= byMs) return refuse('drill.extension_passed');
  return [{ type: 'drill.extension_withdrawn', subject: null, payload: { extension, byMs, reason } }];
}

export function end(state: DrillState, reason: string): Decided {
  return outOfTurn(state, 'end') ?? [{ type: 'drill.ended', subject: null, payload: { reason } }];
}

export function openJudging(state: DrillState): Decided {
  return outOfTurn(state, 'open_judging') ?? [{ type: 'drill.judging_opened', subject: null, payload: {} }];
}

/** The reason recorded when the clock, not a person, freezes the board or ends the drill. */
export const byClock = 'clock';

/** What the clock itself has brought about by `at`, dated to the moment it was due: the freeze of the board, the end. */
export function tick(state: DrillState, at: number): NewEvent[] {
  if (state.status !== 'live') return [];
  const events: NewEvent[] = [];
  const { freezeAfterMs, freeze, durationMs } = state;
  const untouched = freeze.frozenAt === null && freeze.unfrozenAt === null;
  if (freezeAfterMs !== null && untouched && elapsed(state, at) >= freezeAfterMs)
    events.push({
      type: 'board.frozen',
      subject: null,
      payload: { reason: byClock },
      occurredAt: wallTimeOf(state, freezeAfterMs) ?? at,
    });
  if (remaining(state, at) <= 0)
    events.push({
      type: 'drill.ended',
      subject: null,
      payload: { reason: byClock },
      occurredAt: wallTimeOf(state, durationMs) ?? at,
    });
  return events;
}

/** Puts a system into the scope of the drill. */
export function addTarget(state: DrillState, target: NewEvent<'drill.target_added'>['payload']['target']): Decided {
  const late = outsideOf(state, beforeStart);
  if (late) return late;
  const same = [...state.targets.values()].some(
    (known) => known.systemId !== null && known.systemId === target.systemId,
  );
  if (same) return refuse('target.listed');
  return [{ type: 'drill.target_added', subject: target.id, payload: { target } }];
}

/** Takes a system out of the scope. */
export function removeTarget(state: DrillState, targetId: string): Decided {
  if (!state.targets.has(targetId)) return refuse('not_found');
  return outsideOf(state, beforeStart) ?? [{ type: 'drill.target_removed', subject: targetId, payload: { targetId } }];
}

function timeUp(state: DrillState, at: number): Refusal | null {
  return remaining(state, at) <= 0 ? refuse('drill.time_up') : null;
}
