import { instant, wall } from './zone.ts';

/** "05/03/2026 23:30", or time first, typed by a person, Vietnam time → ms; null when it is no such moment. */
export function parseLocalDateTime(s: string): number | null {
  const words = s.trim().split(/\s+/);
  const [day = '', clock = ''] = words[0]?.includes('/') ? words : words.toReversed();
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day);
  const time = /^(\d{1,2}):(\d{2})$/.exec(clock);
  return date && time && words.length === 2 ? exact(date[3], date[2], date[1], time[1], time[2]) : null;
}

/** Refuses what Date.UTC would carry over, such as 31/02 or 24:00. */
function exact(...parts: (string | undefined)[]): number | null {
  const [year = NaN, month = NaN, day = NaN, hour = 0, minute = 0, second = 0] = parts.map((p) => Number(p ?? 0));
  const ms = instant(year, month, day, hour, minute, second);
  const w = wall(ms);
  const same = w.year === year && w.month === month && w.day === day && w.hour === hour && w.minute === minute;
  return same && w.second === second ? ms : null;
}
