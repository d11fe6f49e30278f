import { instant, isoDate, pad2, wall } from './zone.ts';

/** A legal or agreed period: minutes and hours run day and night, days and working days follow the calendar. */
export type Period = { value: number; unit: 'minute' | 'hour' | 'day' | 'working_day' };

/** Which days are worked: weekdays 1 = Monday … 7 = Sunday; dates as yyyy-MM-dd. Data, for the State decides it every year. */
export type Calendar = {
  workingWeekdays: readonly number[];
  holidays: readonly string[];
  /** Days off by rule that are worked all the same, in exchange for another (ngày làm bù). */
  extraWorkingDays: readonly string[];
};

/** Monday to Friday, no holiday known: the base to which data adds. */
export const officeWeek: Calendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [], extraWorkingDays: [] };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** 02:41:07; hours may pass 24, part seconds are dropped, a negative length carries "-". */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const sign = ms < 0 && seconds > 0 ? '-' : '';
  return `${sign}${pad2(Math.floor(seconds / 3600))}:${pad2(Math.floor(seconds / 60) % 60)}:${pad2(seconds % 60)}`;
}

/** How far a deadline is: ms left, or ms late. The very moment of the deadline is still in time. */
export function remaining(dueAt: number, now: number): { late: boolean; ms: number } {
  return { late: now > dueAt, ms: Math.abs(dueAt - now) };
}

/** Is the local day of this instant worked? */
export function isWorkingDay(ms: number, calendar: Calendar): boolean {
  const date = isoDate(ms);
  if (calendar.extraWorkingDays.includes(date)) return true;
  return calendar.workingWeekdays.includes(wall(ms).weekday) && !calendar.holidays.includes(date);
}

/**
 * End of a period (ms). Days leave out the first day, end at 24:00 local time of the last and roll over a last day off
 * (BLDS 2015 Đ147–148, not yet checked against the original). Throws RangeError on a period or calendar without an end.
 */
export function addPeriod(fromMs: number, { value, unit }: Period, calendar: Calendar): number {
  if (!(value >= 0 && Number.isFinite(value))) throw new RangeError('period.value');
  if (unit === 'minute') return fromMs + value * MINUTE;
  if (unit === 'hour') return fromMs + value * HOUR;
  if (!Number.isInteger(value)) throw new RangeError('period.value');
  if (!calendar.workingWeekdays.some((d) => d >= 1 && d <= 7)) throw new RangeError('calendar.no_working_day');

  let left = value;
  let day = startOfDay(fromMs);
  while (left > 0) {
    day = nextDay(day);
    if (unit === 'day' || isWorkingDay(day, calendar)) left -= 1;
  }
  while (!isWorkingDay(day, calendar)) day = nextDay(day);
  return nextDay(day);
}

/** Window of a yearly report, 15/12 of the year before to the end of 14/12 (NĐ 331/2026 Đ35–36): from <= t < until, in ms. */
export function yearWindow(year: number): { from: number; until: number } {
  return { from: instant(year - 1, 12, 15), until: instant(year, 12, 15) };
}

/** The report year whose window holds this instant. */
export function reportYear(ms: number): number {
  const { year } = wall(ms);
  return ms < yearWindow(year).until ? year : year + 1;
}

function startOfDay(ms: number): number {
  const { year, month, day } = wall(ms);
  return instant(year, month, day);
}

function nextDay(midnight: number): number {
  const { year, month, day } = wall(midnight);
  return instant(year, month, day + 1);
}
