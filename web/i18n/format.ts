import { formatDuration } from '#api/domain/duration.ts';
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatNumber,
  formatPoints,
  formatPointsShort,
  formatTime,
  officialDate,
} from '#api/domain/format.ts';
import type { Locale } from '#web/session/preferences.ts';

type Maybe = number | null | undefined;

export type Format = ReturnType<typeof createFormat>;

const unknown = '—';
const known = (say: (value: number) => string) => (value: Maybe) =>
  value === null || value === undefined ? unknown : say(value);

/** Dates, numbers and spans in one language. Moments and spans are ms, points are hundredths; a missing value is a dash. */
export function createFormat(locale: Locale) {
  const tag = locale === 'vi' ? 'vi-VN' : 'en-GB';
  const long = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'long' });
  const unit = (name: 'second' | 'minute' | 'hour' | 'day', value: number) =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'long' }).format(value);
  const decimals = (value: number) => (Number.isInteger(value) ? 0 : 1);

  return {
    date: known(formatDate),
    time: known(formatTime),
    clock: known(formatClock),
    dateTime: known(formatDateTime),
    /** "ngày 05 tháng 3 năm 2026" */
    longDate: known((at) => (locale === 'vi' ? officialDate(at) : long.format(at))),
    number: known((value) => formatNumber(value, decimals(value), locale)),
    points: known((hundredths) => formatPoints(hundredths, locale)),
    pointsShort: known((hundredths) => formatPointsShort(hundredths, locale)),
    /** A ratio, 0.71 as "71 %". */
    percent: known((ratio) => {
      const value = Math.round(ratio * 1000) / 10;
      return `${formatNumber(value, decimals(value), locale)} %`;
    }),
    bytes: known((bytes) => {
      const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10));
      return `${formatNumber(bytes / 1024 ** step, step && 1, locale)} ${['B', 'KB', 'MB', 'GB'][step]}`;
    }),
    /** 02:41:07 */
    countdown: known(formatDuration),
    /** The largest sensible units: "22 phút", "3 giờ 5 phút", "4 ngày". */
    span: known((ms) => {
      const minutes = Math.floor(Math.abs(ms) / 60_000);
      if (minutes < 1) return unit('second', Math.floor(Math.abs(ms) / 1000));
      if (minutes < 60) return unit('minute', minutes);
      const hours = Math.floor(minutes / 60);
      if (hours >= 24) return unit('day', Math.floor(hours / 24));
      return minutes % 60 ? `${unit('hour', hours)} ${unit('minute', minutes % 60)}` : unit('hour', hours);
    }),
  };
}
