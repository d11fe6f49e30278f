import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { DrillState } from './state.ts';

type Decided = NewEvent[] | Refusal;

/** Announces something to everyone or to one side. */
export function announce(state: DrillState, payload: NewEvent<'drill.announced'>['payload']): Decided {
  if (state.status === 'draft') return refuse('drill.wrong_phase', { status: state.status });
  return [{ type: 'drill.announced', subject: null, payload }];
}

/** Takes an announcement back before those it was made to: they keep its words, with the reason. `announcement` is its entry in the log. */
export function withdrawAnnouncement(state: DrillState, announcement: number, reason: string): Decided {
  const made = state.announcements.find(({ seq }) => seq === announcement);
  if (!made) return refuse('not_found');
  if (made.withdrawn) return refuse('announcement.withdrawn');
  const { audience } = made;
  return [{ type: 'drill.announcement_withdrawn', subject: null, payload: { announcement, audience, reason } }];
}
