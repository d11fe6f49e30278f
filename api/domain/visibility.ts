import type { Actor, SeatRole } from './actor.ts';
import { seatsIn } from './actor.ts';
import { isAddressed, isAnnouncement } from './drill/announcement.ts';
import type { Addressee } from './drill/announcement.ts';
import { isAdjudication } from './drill/freeze.ts';
import type { EventType, LoggedEvent } from './event.ts';

/** Who looks at a drill. Everyone of one audience sees the same bytes. */
export type Audience = 'public' | 'observer' | 'control' | 'judge' | `red:${string}` | `blue:${string}`;

/** What a page reloads when it hears of a change. */
export type Topic =
  'board' | 'claims' | 'tickets' | 'announcements' | 'drill' | 'gate' | 'teams' | 'injects' | 'results' | 'log';

/** The audience an actor belongs to in a drill; undefined = none, the drill does not exist for him. Control before judge before team. */
export function audienceOf(actor: Actor, drillId: string): Audience | undefined {
  if (actor.kind === 'kiosk') return actor.kioskDrillId === drillId ? 'public' : undefined;
  const seats = seatsIn(actor, drillId);
  for (const role of ['control', 'judge', 'red', 'blue', 'observer'] as const) {
    const seat = seats.find((held) => held.role === role);
    if (!seat) continue;
    if (role !== 'red' && role !== 'blue') return role;
    if (seat.teamId !== null) return `${role}:${seat.teamId}`;
  }
  return undefined;
}

/** Control and judges see everything as it happens. */
export function isOfficial(audience: Audience): audience is 'control' | 'judge' {
  return audience === 'control' || audience === 'judge';
}

/** The team of an audience that is one. */
export function teamOf(audience: Audience): string | null {
  return /^(?:red|blue):(.*)$/.exec(audience)?.[1] ?? null;
}

/**
 * Who reads the plan of a drill: by his seat, or as `overseer`, who holds no seat and answers for the host organisation (organiser, leader).
 * Control and judges read all of it. An overseer approves the plan and the consents to its targets, so he knows the targets and the
 * scenario at any time, and the papers; but of what is said during the drill he hears what everyone hears. An observer sees what the
 * hall sees and the plan: targets once they are revealed, no paper, no scenario with situations yet to come.
 */
export type Viewer = SeatRole | 'overseer';

/** Whether the targets of the drill are open to a viewer; defence teams know their own from the start. */
export function mayKnowTargets(viewer: Viewer, revealed: boolean): boolean {
  return revealed || (viewer !== 'red' && viewer !== 'observer');
}

/** Whether the papers of a drill (decision, consents, plans) and its scenario are open to a viewer. */
export function mayReadPapers(viewer: Viewer): boolean {
  return viewer === 'control' || viewer === 'judge' || viewer === 'overseer';
}

/** Whether a viewer hears what is announced to some. */
export function mayHear(viewer: Viewer, to: Addressee): boolean {
  return viewer === 'control' || viewer === 'judge' || isAddressed(to, viewer);
}

/** What `topicsFor` must know of the drill just after an event was recorded. */
export interface Surroundings {
  /** The event passed the freeze. */
  shown: boolean;
  /** It moved points on the public board. */
  scored: boolean;
  /** Team of the claim or ticket the event is about. */
  teamId: string | null;
}

/**
 * What an event means for an audience: the topics it should reload, none if it must not even know that something happened.
 * Decided before anything is sent: timing alone would tell a defence team that a claim was filed.
 */
export function topicsFor(event: LoggedEvent, audience: Audience, { shown, scored, teamId }: Surroundings): Topic[] {
  const topics = affected[event.type] ?? family(event.type);
  if (isOfficial(audience)) return [...topics, 'log'];
  const own = teamId !== null && teamOf(audience) === teamId;
  return topics.filter((topic) => {
    switch (topic) {
      case 'board':
        return isAdjudication(event.type) ? scored : shown;
      case 'claims':
        return isAdjudication(event.type)
          ? own && (!adjudicates.has(event.type) || shown)
          : audience.startsWith('red:');
      case 'tickets':
        return isAdjudication(event.type)
          ? own && (event.type !== 'ticket.graded' || shown)
          : audience.startsWith('blue:');
      case 'teams':
        return !event.type.startsWith('drill.seat_') || teamId === null || own || audience === 'observer';
      case 'gate':
        return false;
      case 'announcements':
        return !isAnnouncement(event) || isAddressed(event.payload.audience, audience);
      case 'injects':
        return 'teamIds' in event.payload && event.payload.teamIds.includes(teamOf(audience) ?? '');
      default:
        return true;
    }
  });
}

/** Acts of judges and organisers on a claim that wait while the board is frozen; being asked a question does not. */
const adjudicates: ReadonlySet<EventType> = new Set([
  'claim.verified',
  'claim.verification_withdrawn',
  'claim.held',
  'claim.released',
  'claim.decided',
  'claim.decision_withdrawn',
]);

/** Where the name of the event alone does not tell. */
const affected: Partial<Record<EventType, Topic[]>> = {
  // Not a word of what was blanked: whoever shows a drill shows it anew.
  'event.redacted': ['drill', 'board', 'claims', 'tickets', 'teams', 'announcements', 'gate'],
  'drill.announced': ['announcements'],
  'drill.announcement_withdrawn': ['announcements'],
  'drill.start_refused': ['gate'],
  'drill.target_added': ['drill'],
  'drill.target_removed': ['drill'],
  'drill.board_code_set': ['drill'],
  'drill.inject_delivered': ['injects'],
  'drill.inject_recalled': ['injects'],
  'drill.inject_skipped': ['injects'],
  'drill.inject_restored': ['injects'],
  'drill.injects_shifted': ['injects'],
  'drill.document_added': ['gate'],
  'drill.published': ['drill', 'results', 'board', 'claims', 'tickets'],
  'drill.seat_given': ['teams', 'gate'],
  'drill.seat_taken_away': ['teams', 'gate'],
  'team.rules_accepted': ['gate'],
  'team.pledge_signed': ['gate'],
  'team.invited': ['gate'],
  'team.invitation_revoked': ['gate'],
  'team.addresses_set': ['gate'],
  'claim.decided': ['claims', 'board'],
  'claim.decision_withdrawn': ['claims', 'board'],
  'claim.withdrawn': ['claims', 'board'],
  'ticket.graded': ['tickets', 'board'],
  'score.adjusted': ['board'],
};

function family(type: EventType): Topic[] {
  const area = type.slice(0, type.indexOf('.'));
  switch (area) {
    case 'drill':
      return ['drill', 'board'];
    case 'board':
      return ['board', 'claims', 'tickets', 'drill'];
    case 'gate':
      return ['gate'];
    case 'team':
      return ['teams', 'board'];
    case 'claim':
      return ['claims'];
    case 'incident':
      return ['tickets'];
    default:
      return [];
  }
}
