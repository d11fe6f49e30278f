import type { LoggedEvent } from '../event.ts';
import { applyGate } from './apply-gate.ts';
import { applyRunSheet } from './apply-run-sheet.ts';
import { applyTeams } from './apply-teams.ts';
import { elapsed } from './clock.ts';
import type { DrillState } from './state.ts';

/** What the events of the plan, the life, the start gate, the run sheet, the teams and the board's freeze do to a drill. */
export function applyLife(state: DrillState, event: LoggedEvent): void {
  applyPlan(state, event);
  applyClock(state, event);
  applyGate(state, event);
  applyRunSheet(state, event);
  applyTeams(state, event);
  applyFreeze(state, event);
}

function applyPlan(state: DrillState, event: LoggedEvent): void {
  switch (event.type) {
    case 'drill.drafted':
      state.exists = true;
      state.plan = event.payload.plan;
      state.phases = event.payload.phases;
      state.rules = event.payload.rules;
      state.scenarioHash = event.payload.scenarioHash;
      break;
    case 'drill.replanned':
      state.plan = event.payload.plan;
      state.phases = event.payload.phases;
      state.revision += 1;
      break;
    case 'drill.rules_set':
      state.rules = event.payload.rules;
      break;
    case 'drill.approved':
      state.status = 'approved';
      state.decision = {
        number: event.payload.decisionNumber,
        on: event.payload.decidedOn,
        fileId: event.payload.fileId,
      };
      break;
    case 'drill.prepared':
      state.status = 'preparing';
      break;
    case 'drill.target_added':
      state.targets.set(event.payload.target.id, event.payload.target);
      break;
    case 'drill.target_removed':
      state.targets.delete(event.payload.targetId);
      for (const team of state.teams.values())
        team.targetIds = team.targetIds.filter((id) => id !== event.payload.targetId);
      break;
    case 'drill.board_code_set':
      state.boardCodeHash = event.payload.codeHash;
      break;
  }
}

function applyClock(state: DrillState, event: LoggedEvent): void {
  switch (event.type) {
    case 'drill.started':
      state.status = 'live';
      state.durationMs = event.payload.durationMs;
      state.freezeAfterMs = event.payload.freezeAfterMs;
      state.running = [{ from: event.at, to: null }];
      break;
    case 'drill.paused':
      state.status = 'paused';
      state.pause = { at: event.at, reason: event.payload.reason };
      stop(state, event.at);
      break;
    case 'drill.resumed':
      state.status = 'live';
      state.pause = null;
      state.running.push({ from: event.at, to: null });
      break;
    case 'drill.extended':
      moveEnd(state, event.payload.byMs, event.at);
      state.extensions.push({ seq: event.seq, at: event.at, byMs: event.payload.byMs });
      break;
    case 'drill.extension_withdrawn':
      moveEnd(state, -event.payload.byMs, event.at);
      state.extensions = state.extensions.filter(({ seq }) => seq !== event.payload.extension);
      break;
    case 'drill.ended':
      state.status = 'ended';
      state.pause = null;
      stop(state, event.at);
      break;
    case 'drill.judging_opened':
      state.status = 'judging';
      break;
    case 'drill.published':
      state.status = 'published';
      state.prizes = event.payload.prizes;
      break;
  }
}

function stop(state: DrillState, at: number): void {
  const last = state.running.at(-1);
  if (last && last.to === null) last.to = at;
}

/**
 * Time added or taken back moves the end, the last phase with it, and the freeze unless it has already come. A freeze that would go back
 * behind `at` comes now: what has been shown cannot be hidden.
 */
function moveEnd(state: DrillState, byMs: number, at: number): void {
  const now = elapsed(state, at);
  if (state.freezeAfterMs !== null && now < state.freezeAfterMs)
    state.freezeAfterMs = Math.max(now, state.freezeAfterMs + byMs);
  state.durationMs += byMs;
  state.phases = state.phases.map((phase, i, all) =>
    i === all.length - 1 ? { ...phase, durationMs: phase.durationMs + byMs } : phase,
  );
}

function applyFreeze(state: DrillState, event: LoggedEvent): void {
  switch (event.type) {
    case 'board.frozen':
      state.freeze.frozenAt ??= event.at;
      break;
    case 'board.reveal_stepped':
      state.freeze.revealed.push(event.payload.teamId);
      break;
    case 'board.unfrozen':
      state.freeze.unfrozenAt ??= event.at;
      break;
  }
}
