import type { LoggedEvent } from '../event.ts';
import type { DrillState } from './state.ts';

/** What is said and handed to teams, and what was decided about the rest of the run sheet. */
export function applyRunSheet(state: DrillState, event: LoggedEvent): void {
  const { runSheet } = state;
  switch (event.type) {
    case 'drill.announced':
      state.announcements.push({ seq: event.seq, at: event.at, by: event.actor, withdrawn: null, ...event.payload });
      break;
    case 'drill.announcement_withdrawn': {
      const { announcement, reason } = event.payload;
      state.announcements = state.announcements.map((made) =>
        made.seq === announcement ? { ...made, withdrawn: { at: event.at, reason } } : made,
      );
      break;
    }
    case 'drill.inject_delivered':
      state.injects.push({ seq: event.seq, at: event.at, recalledAt: null, ...event.payload });
      runSheet.skipped.delete(event.payload.injectId);
      break;
    case 'drill.inject_recalled':
      state.injects = state.injects.map((inject) =>
        inject.seq === event.payload.delivery ? { ...inject, recalledAt: event.at } : inject,
      );
      break;
    case 'drill.inject_skipped':
      runSheet.skipped.set(event.payload.injectId, event.at);
      break;
    case 'drill.inject_restored':
      runSheet.skipped.delete(event.payload.injectId);
      break;
    case 'drill.injects_shifted':
      runSheet.shiftMs += event.payload.byMs;
      break;
  }
}
