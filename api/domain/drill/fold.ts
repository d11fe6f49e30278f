import type { LoggedEvent } from '../event.ts';
import { applyClaims } from './apply-claims.ts';
import { applyLife } from './apply-life.ts';
import { applyTickets } from './apply-tickets.ts';
import { suggestedRules } from './rules.ts';
import type { DrillState } from './state.ts';

/** A drill before its first event. */
export function initialDrill(id: string): DrillState {
  return {
    id,
    exists: false,
    status: 'draft',
    plan: {
      name: '',
      theme: '',
      hostOrganisationId: '',
      scenarioId: null,
      startsAt: 0,
      endsAt: 0,
      revealTargetsAt: 0,
      freezeMinutes: null,
      rulesText: '',
      rulesHash: '',
      objectives: [],
      emergencyContact: '',
    },
    phases: [],
    revision: 0,
    rules: suggestedRules,
    scenarioHash: null,
    decision: null,
    boardCodeHash: null,
    targets: new Map(),
    teams: new Map(),
    members: new Map(),
    gate: [],
    documents: new Map(),
    announcements: [],
    injects: [],
    runSheet: { shiftMs: 0, skipped: new Map() },
    pause: null,
    running: [],
    durationMs: 0,
    freezeAfterMs: null,
    extensions: [],
    freeze: { frozenAt: null, unfrozenAt: null, revealed: [] },
    claims: new Map(),
    claimCount: 0,
    filed: new Map(),
    tickets: new Map(),
    ledger: [],
    scores: new Map(),
    firstBloods: new Map(),
    queues: new Map(),
    grades: new Map(),
    prizes: [],
    seq: 0,
    at: 0,
  };
}

/** Brings a drill forward by one event; changes and returns `state`. Pure but for that: same events, same state. */
export function applyDrill(state: DrillState, event: LoggedEvent): DrillState {
  applyLife(state, event);
  applyClaims(state, event);
  applyTickets(state, event);
  state.seq = event.seq;
  state.at = event.at;
  return state;
}
