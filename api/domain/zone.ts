/** The one time zone of the product, named wherever a library asks for a zone. */
export const ZONE = 'Asia/Ho_Chi_Minh';

// UTC+7 without summer time since 13/6/1975: a fixed offset is exact and far cheaper than Intl (a test holds the two together).
const OFFSET_MS = 7 * 3_600_000;

/** A date and time of day as read from a wall clock in Vietnam; month 1–12, weekday 1 = Monday … 7 = Sunday. */
export type Wall = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
};

/** Wall clock of an instant (ms since epoch). Throws RangeError on what is not a date. */
export function wall(ms: number): Wall {
  const date = new Date(ms + OFFSET_MS);
  if (Number.isNaN(date.getTime())) throw new RangeError('time.invalid');
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay() || 7,
  };
}

/** Instant (ms since epoch) of a wall clock; parts past their range carry over, so day 32 is in the next month. */
export function instant(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
  return Date.UTC(year, month - 1, day, hour, minute, second) - OFFSET_MS;
}

/** Local calendar date as yyyy-MM-dd, the form holidays are listed in. */
export function isoDate(ms: number): string {
  const { year, month, day } = wall(ms);
  return `${String(year).padStart(4, '0')}-${pad2(month)}-${pad2(day)}`;
}

/** Two digits: 5 → "05". */
export function pad2(n: number): string {
  return String(n).padStart(2, '0');
}
