import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
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
import { parseLocalDateTime } from '#api/domain/read-moment.ts';
import { ZONE, isoDate, wall } from '#api/domain/zone.ts';

const at = (iso: string) => Date.parse(iso);
const minutes = fc
  .integer({ min: at('1976-01-01T00:00Z') / 60_000, max: at('2100-01-01T00:00Z') / 60_000 })
  .map((m) => m * 60_000);

describe('dates and times are Vietnam time', () => {
  const t = at('2026-03-04T17:05:09Z'); // 00:05:09 of the next day in Vietnam

  test.each([
    [formatDate, '05/03/2026'],
    [formatTime, '00:05'],
    [formatClock, '00:05:09'],
    [formatDateTime, '05/03/2026 00:05'],
    [officialDate, 'ngày 05 tháng 3 năm 2026'],
    [isoDate, '2026-03-05'],
  ])('%o', (format, text) => expect(format(t)).toBe(text));

  test.each([
    ['2026-01-31T23:59:59+07:00', 'ngày 31 tháng 01 năm 2026'],
    ['2026-02-04T00:00:00+07:00', 'ngày 04 tháng 02 năm 2026'],
    ['2026-10-09T12:00:00+07:00', 'ngày 09 tháng 10 năm 2026'],
    ['2026-11-22T12:00:00+07:00', 'ngày 22 tháng 11 năm 2026'],
  ])('officialDate(%s) = %s', (iso, text) => expect(officialDate(at(iso))).toBe(text));

  it('reads the same wall clock as Intl in the named zone', () => {
    const options = {
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      weekday: 'short',
    } as const;
    const intl = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: ZONE });
    const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    fc.assert(
      fc.property(minutes, fc.nat(59_999), (m, rest) => {
        const part = Object.fromEntries(intl.formatToParts(m + rest).map((p) => [p.type, p.value]));
        expect(`${formatClock(m + rest)} ${formatDate(m + rest)}`).toBe(
          `${part.hour}:${part.minute}:${part.second} ${part.day}/${part.month}/${part.year}`,
        );
        expect(weekdays[wall(m + rest).weekday]).toBe(part.weekday);
      }),
      { numRuns: 2_000 },
    );
  });

  it('throws on what is no time', () => expect(() => formatDate(NaN)).toThrow(RangeError));
});

describe('reading times', () => {
  test.each([
    ['05/03/2026 23:30', '2026-03-05T23:30+07:00'],
    ['5/3/2026 7:05', '2026-03-05T07:05+07:00'],
    [' 05/03/2026   00:00 ', '2026-03-05T00:00+07:00'],
    ['23:30 05/03/2026', '2026-03-05T23:30+07:00'],
    ['29/02/2028 12:00', '2028-02-29T12:00+07:00'],
  ])('parseLocalDateTime(%j)', (text, iso) => expect(parseLocalDateTime(text)).toBe(at(iso)));

  test.each([
    '',
    '05/03/2026',
    '23:30',
    '31/02/2026 10:00',
    '29/02/2026 10:00',
    '05/13/2026 10:00',
    '00/01/2026 10:00',
    '05/03/2026 24:00',
    '05/03/2026 10:60',
    '05/03/26 10:00',
    '2026-03-05 10:00',
    '05/03/2026 10:00 10:00',
    '05/03/2026 10:00 05/03/2026',
    '05/03/2026 05/03/2026',
    'mai 10:00',
  ])('parseLocalDateTime(%j) is no moment', (text) => expect(parseLocalDateTime(text)).toBeNull());

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(minutes, (ms) => {
        expect(parseLocalDateTime(formatDateTime(ms))).toBe(ms);
      }),
    );
  });
});

describe('numbers', () => {
  test.each([
    [1234.5, 1, '1.234,5', '1,234.5'],
    [1234567.891, 2, '1.234.567,89', '1,234,567.89'],
    [7300, 0, '7.300', '7,300'],
    [-5, 0, '-5', '-5'],
    [99.39, 2, '99,39', '99.39'],
  ])('formatNumber(%d, %d) = %s, %s', (n, digits, vi, en) => {
    expect(formatNumber(n, digits)).toBe(vi);
    expect(formatNumber(n, digits, 'en')).toBe(en);
  });

  test.each([
    [11000, '110,00', '110.00', '110'],
    [11050, '110,50', '110.50', '110,50'],
    [11005, '110,05', '110.05', '110,05'],
    [0, '0,00', '0.00', '0'],
    [-250, '-2,50', '-2.50', '-2,50'],
    [123456789, '1.234.567,89', '1,234,567.89', '1.234.567,89'],
  ])('formatPoints(%d) = %s, %s; short %s', (hundredths, vi, en, short) => {
    expect(formatPoints(hundredths)).toBe(vi);
    expect(formatPoints(hundredths, 'en')).toBe(en);
    expect(formatPointsShort(hundredths)).toBe(short);
  });

  it('never loses a hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(Number(formatPoints(n, 'en').replace(/[,.]/g, ''))).toBe(n);
      }),
    );
  });
});
