import { regulationProfiles, workingTime } from '#db/reference/regulation-profiles.ts';
import type { RegulationProfile } from '#db/reference/regulation-profiles.ts';
import { clocksOf } from '../domain/incident/deadline.ts';
import type { TicketClock } from '../domain/incident/deadline.ts';
import { profileAt, stampOf } from '../domain/incident/profile.ts';
import type { Ticket } from '../domain/incident/ticket.ts';

/** The profile a ticket was stamped with. Throws when the shipped data no longer holds it: that is a defect. */
export function profileOf(stamp: string): RegulationProfile {
  const profile = regulationProfiles.find((one) => stampOf(one) === stamp);
  if (!profile) throw new Error(`no regulation profile ${stamp}`);
  return profile;
}

/** The stamp for an incident detected at an instant (ms). */
export function stampAt(detectedAt: number): string {
  const profile = profileAt(regulationProfiles, detectedAt);
  if (!profile) throw new Error('no regulation profile in force');
  return stampOf(profile);
}

/** The clocks of a ticket by its own profile and the work calendar. */
export function clocksNow(ticket: Ticket, now: number): TicketClock[] {
  return clocksOf(ticket, profileOf(ticket.profile), workingTime, now);
}
