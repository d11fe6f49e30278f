import type { EventType, LoggedEvent } from '../event.ts';
import { isOfficial, teamOf } from '../visibility.ts';
import type { Audience } from '../visibility.ts';
import { isAddressed, isAnnouncement } from './announcement.ts';
import type { DrillState } from './state.ts';

/** What the whole drill was told as it happened. Everything else belongs to a team, or to the organisers. */
const common: ReadonlySet<EventType> = new Set([
  'drill.drafted',
  'drill.replanned',
  'drill.rules_set',
  'drill.approved',
  'drill.prepared',
  'drill.target_added',
  'drill.target_removed',
  'drill.started',
  'drill.paused',
  'drill.resumed',
  'drill.extended',
  'drill.extension_withdrawn',
  'drill.ended',
  'drill.judging_opened',
  'drill.published',
  'board.frozen',
  'board.reveal_stepped',
  'board.unfrozen',
  'team.formed',
  'team.changed',
]);

/** Whether an audience may read what an entry says; of the others it gets the digest, and can still check the chain. */
export function mayReadContent(
  event: LoggedEvent,
  audience: Audience,
  state: Pick<DrillState, 'claims' | 'tickets' | 'injects' | 'status'>,
): boolean {
  // What was left of an entry is for whoever may read the entry.
  if (event.type === 'event.redacted')
    return event.payload.entries.every(({ seq, of, rest }) =>
      mayReadContent({ ...event, seq, type: of, payload: rest } as LoggedEvent, audience, state),
    );
  const { claims, tickets, injects, status } = state;
  if (common.has(event.type)) return true;
  // A finding its team has not submitted is its team's alone; the record of a drill that is over is whole.
  if (isOfficial(audience)) return status === 'published' || claims.get(event.subject ?? '')?.submittedAt !== null;
  if (isAnnouncement(event)) return isAddressed(event.payload.audience, audience);
  const team = teamOf(audience);
  switch (event.type) {
    case 'drill.inject_delivered':
      return team !== null && event.payload.teamIds.includes(team) && !isRecalled(event, injects);
    // How organisers and judges work among themselves, and who was first: a team never reads it of its own finding either.
    case 'claim.verified':
    case 'claim.verification_withdrawn':
    case 'claim.held':
    case 'claim.released':
    case 'claim.decision_withdrawn':
      return false;
    case 'claim.decided':
      return (
        event.payload.decision.outcome !== 'duplicate' && team !== null && ownerOf(event, claims, tickets) === team
      );
    case 'drill.document_added':
    case 'gate.item_recorded':
    case 'gate.item_withdrawn':
    case 'gate.item_overridden':
      return false;
    default:
      return team !== null && ownerOf(event, claims, tickets) === team;
  }
}

/** A situation taken back is as secret again as one that was never handed over. */
function isRecalled(event: LoggedEvent, injects: DrillState['injects']): boolean {
  return injects.some(({ seq, recalledAt }) => seq === event.seq && recalledAt !== null);
}

/** The team an entry is about: named in it, or the owner of the finding or ticket. */
function ownerOf(
  { payload, subject }: LoggedEvent,
  claims: DrillState['claims'],
  tickets: DrillState['tickets'],
): string | null {
  if ('teamId' in payload && typeof payload.teamId === 'string') return payload.teamId;
  return claims.get(subject ?? '')?.teamId ?? tickets.get(subject ?? '')?.teamId ?? null;
}
