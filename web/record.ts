import { isOver } from '#api/domain/drill/is-over.ts';
import type { DrillStatus } from '#api/domain/drill/status.ts';
import type { SessionUser } from './session/session.ts';

export type ToRecord = { href: string; what: 'incident' | 'realIncident' | 'claim' | 'ticket' };

/**
 * What `C` and the button of the frame record from here. A player inside a drill records what his team does there;
 * anywhere else he is told that the incident would be a real one.
 */
export function recordFrom(user: SessionUser, path: string, drillStatus?: DrillStatus): ToRecord {
  const players = user.seats.filter(({ role }) => role === 'red' || role === 'blue');
  const drill = /^\/drills\/([^/]+)/.exec(path)?.[1];
  const seat = drillStatus && isOver(drillStatus) ? undefined : players.find(({ drillId }) => drillId === drill);
  if (seat?.role === 'red') return { href: `/drills/${seat.drillId}/claims/new`, what: 'claim' };
  if (seat?.role === 'blue') return { href: `/drills/${seat.drillId}/tickets/new`, what: 'ticket' };
  return { href: '/incidents/new', what: players.length > 0 ? 'realIncident' : 'incident' };
}
