import type { LoggedEvent } from '../event.ts';

/** Whom an announcement is for; `hall` = everyone, and the board in the hall shows it too. */
export const addressees = ['everyone', 'hall', 'red', 'blue'] as const;
export type Addressee = (typeof addressees)[number];

/** Whether it is meant for an audience: `red`, `red:TEAM`, `observer`… */
export function isAddressed(to: Addressee, audience: string): boolean {
  return to === 'everyone' || to === 'hall' || audience === to || audience.startsWith(`${to}:`);
}

/** Whether an entry tells those it is addressed to something, or takes that back before them. */
export function isAnnouncement(
  event: LoggedEvent,
): event is LoggedEvent<'drill.announced'> | LoggedEvent<'drill.announcement_withdrawn'> {
  return event.type === 'drill.announced' || event.type === 'drill.announcement_withdrawn';
}
