import { addPeriod } from '../duration.ts';
import type { Calendar } from '../duration.ts';
import type { Label, Profile, ProfileClock, RuleSource } from './profile.ts';
import type { ClockReport, ClockWaiver, Ticket } from './ticket.ts';

export const clockStates = ['running', 'soon', 'overdue', 'met', 'met_late', 'not_applicable'] as const;
export type ClockState = (typeof clockStates)[number];

/** What the clocks of a ticket depend on. */
export type ClockFacts = Pick<
  Ticket,
  'detectedAt' | 'serious' | 'personalData' | 'status' | 'enteredAt' | 'reports' | 'waivers'
>;

/** One clock of one ticket at one moment; times in ms. */
export interface TicketClock {
  code: string;
  label: Label;
  condition: Label;
  state: ClockState;
  /** "Ngay": due when it starts, and no number of hours to be late by. */
  atOnce: boolean;
  startedAt: number | null;
  dueAt: number | null;
  /** Classified when the time had already run out ("phân loại muộn"). */
  classifiedLate: boolean;
  reported: ClockReport | null;
  waived: ClockWaiver | null;
  recipient: Label;
  action: 'notify' | 'report';
  form: string | null;
  source: RuleSource;
}

/** Every clock of the profile for a ticket. Hours run day and night from detection, not from classification (NĐ 331/2026 Đ31.2.d). */
export function clocksOf(ticket: ClockFacts, profile: Profile, calendar: Calendar, now: number): TicketClock[] {
  return profile.clocks.map((clock) => {
    const startedAt = startOf(ticket, clock);
    const dueAt = startedAt === null ? null : addPeriod(startedAt, clock.duration, calendar);
    const reported = ticket.reports[clock.code] ?? null;
    const waived = ticket.waivers[clock.code] ?? null;
    const atOnce = clock.duration.value === 0;
    const classifiedAt = clock.when.serious ? ticket.serious?.at : undefined;
    const { code, label, condition, recipient, action, form, source } = clock;
    return {
      code,
      label,
      condition,
      recipient,
      action,
      form,
      source,
      atOnce,
      startedAt,
      dueAt,
      reported,
      waived,
      classifiedLate:
        dueAt !== null && classifiedAt !== undefined && classifiedAt > dueAt && !(reported && reported.at <= dueAt),
      state: stateOf({ ticket, clock, startedAt, dueAt, atOnce, reported, waived }, now),
    };
  });
}

/** Codes of the notices and reports still owed before the ticket may be closed; those that start at its end are owed after. */
export function owed(ticket: ClockFacts, profile: Profile): string[] {
  return profile.clocks
    .filter((clock) => clock.t0 !== 'ended_at' && clock.duration.value > 0 && startOf(ticket, clock) !== null)
    .map((clock) => clock.code)
    .filter((code) => !ticket.reports[code] && !ticket.waivers[code]);
}

interface Measured {
  ticket: ClockFacts;
  clock: ProfileClock;
  startedAt: number | null;
  dueAt: number | null;
  atOnce: boolean;
  reported: ClockReport | null;
  waived: ClockWaiver | null;
}

function stateOf({ ticket, clock, startedAt, dueAt, atOnce, reported, waived }: Measured, now: number): ClockState {
  if (startedAt === null || dueAt === null) return 'not_applicable';
  if (reported) return atOnce || reported.at <= dueAt ? 'met' : 'met_late';
  if (waived || ticket.status === 'cancelled' || ticket.status === 'merged') return 'not_applicable';
  if (atOnce) return 'running';
  if (now > dueAt) return 'overdue';
  const share = Math.max(0, ...clock.warnAt);
  return share > 0 && now >= startedAt + (dueAt - startedAt) * share ? 'soon' : 'running';
}

/** When the clock began; null while its condition does not hold. */
function startOf(ticket: ClockFacts, clock: ProfileClock): number | null {
  if (clock.when.serious && ticket.serious?.value !== true) return null;
  if (clock.when.personalData && ticket.personalData?.value !== true) return null;
  if (clock.t0 === 'detected_at') return ticket.detectedAt;
  if (clock.t0 === 'personal_data_detected_at')
    return ticket.personalData?.value ? ticket.personalData.detectedAt : null;
  return ticket.status === 'resolved' || ticket.status === 'closed' ? (ticket.enteredAt.resolved ?? null) : null;
}
