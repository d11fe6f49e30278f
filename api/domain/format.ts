import { pad2, wall } from './zone.ts';

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
