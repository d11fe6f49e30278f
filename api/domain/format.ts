import { instant, isoDate, pad2, wall } from './zone.ts';

/** Languages of the pages; Vietnamese is the source. */
export type Locale = 'vi' | 'en';

/** 05/03/2026, Vietnam time. */
export function formatDate(ms: number): string {
  const { year, month, day } = wall(ms);
  return `${pad2(day)}/${pad2(month)}/${year}`;
}

/** 23:30, Vietnam time. */
export function formatTime(ms: number): string {
  const { hour, minute } = wall(ms);
  return `${pad2(hour)}:${pad2(minute)}`;
}

/** 23:30:59, Vietnam time. */
export function formatClock(ms: number): string {
  return `${formatTime(ms)}:${pad2(wall(ms).second)}`;
}

/** 05/03/2026 23:30, Vietnam time: the order in which it is typed. */
export function formatDateTime(ms: number): string {
  return `${formatDate(ms)} ${formatTime(ms)}`;
}

/** Date line of an official document (NĐ 30/2020): days below 10 and months 1 and 2 are padded, nothing else. */
export function officialDate(ms: number): string {
  const { year, month, day } = wall(ms);
  return `ngày ${pad2(day)} tháng ${month <= 2 ? pad2(month) : month} năm ${year}`;
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** 1.234,5 (vi) or 1,234.5 (en), always with that many decimals. */
export function formatNumber(n: number, fractionDigits = 0, locale: Locale = 'vi'): string {
  const key = locale + fractionDigits;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    });
    numberFormats.set(key, format);
  }
  return format.format(n);
}

/** Points kept as integer hundredths: 11000 → "110,00". */
export function formatPoints(hundredths: number, locale: Locale = 'vi'): string {
  return formatNumber(hundredths / 100, 2, locale);
}

/** Points without decimals when they are whole: 11000 → "110", 11050 → "110,50". */
export function formatPointsShort(hundredths: number, locale: Locale = 'vi'): string {
  return formatNumber(hundredths / 100, hundredths % 100 === 0 ? 0 : 2, locale);
}

/** "05/03/2026 23:30", or time first, typed by a person, Vietnam time → ms; null when it is no such moment. */
export function parseLocalDateTime(s: string): number | null {
  const words = s.trim().split(/\s+/);
  const [day = '', clock = ''] = words[0]?.includes('/') ? words : words.toReversed();
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(day);
  const time = /^(\d{1,2}):(\d{2})$/.exec(clock);
  return date && time && words.length === 2 ? exact(date[3], date[2], date[1], time[1], time[2]) : null;
}

/** Value of a datetime-local field: 2026-03-05T23:30, Vietnam time. */
export function toInputValue(ms: number): string {
  return `${isoDate(ms)}T${formatTime(ms)}`;
}

/** ms of a datetime-local value read as Vietnam time (seconds allowed); null when it is no such moment. */
export function fromInputValue(s: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(s);
  return parts && exact(...parts.slice(1));
}

/** Refuses what Date.UTC would carry over, such as 31/02 or 24:00. */
function exact(...parts: (string | undefined)[]): number | null {
  const [year = NaN, month = NaN, day = NaN, hour = 0, minute = 0, second = 0] = parts.map((p) => Number(p ?? 0));
  const ms = instant(year, month, day, hour, minute, second);
  const w = wall(ms);
  const same = w.year === year && w.month === month && w.day === day && w.hour === hour && w.minute === minute;
  return same && w.second === second ? ms : null;
}
