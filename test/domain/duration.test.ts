import { describe, expect, it, test } from 'vitest';
import {
  addPeriod,
  formatDuration,
  isWorkingDay,
  officeWeek,
  remaining,
  reportYear,
  yearWindow,
} from '#api/domain/duration.ts';
import { formatDateTime } from '#api/domain/format.ts';
import { parseLocalDateTime } from '#api/domain/read-moment.ts';

const HOUR = 3_600_000;

function at(text: string): number {
  const ms = parseLocalDateTime(text);
  if (ms === null) throw new Error(text);
  return ms;
}

describe('formatDuration', () => {
  test.each([
    [0, '00:00:00'],
    [999, '00:00:00'],
    [2 * HOUR + 41 * 60_000 + 7_000, '02:41:07'],
    [72 * HOUR, '72:00:00'],
    [100 * HOUR - 1, '99:59:59'],
    [-90_000, '-00:01:30'],
    [-1, '00:00:00'],
  ])('%d ms = %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
});

describe('an incident detected on Friday 27/11/2026 at 23:30', () => {
  const detected = at('27/11/2026 23:30');

  it('found serious on Sunday 06:00 is late at once: its 24 hours ended on Saturday', () => {
    const due = addPeriod(detected, { value: 24, unit: 'hour' }, officeWeek);
    expect(formatDateTime(due)).toBe('28/11/2026 23:30');
    expect(remaining(due, at('29/11/2026 06:00'))).toEqual({ late: true, ms: 6.5 * HOUR });
  });

  it('is reported within 72 hours, the weekend included', () => {
    const due = addPeriod(detected, { value: 72, unit: 'hour' }, officeWeek);
    expect(formatDateTime(due)).toBe('30/11/2026 23:30');
    expect(remaining(due, due)).toEqual({ late: false, ms: 0 });
    expect(remaining(due, due + 1)).toEqual({ late: true, ms: 1 });
    expect(remaining(due, due - HOUR)).toEqual({ late: false, ms: HOUR });
  });

  it('with personal data found on Saturday 10:00 has a second clock of its own', () => {
    const due = addPeriod(at('28/11/2026 10:00'), { value: 72, unit: 'hour' }, officeWeek);
    expect(formatDateTime(due)).toBe('01/12/2026 10:00');
  });
});

describe('addPeriod', () => {
  const calendar = { ...officeWeek, holidays: ['2026-12-01'], extraWorkingDays: ['2026-12-05'] };

  test.each([
    // from, value, unit, end (24:00 of a day reads as 00:00 of the next)
    ['27/11/2026 23:30', 30, 'minute', '28/11/2026 00:00'],
    ['16/11/2026 10:00', 4, 'day', '21/11/2026 00:00'], // Monday + 4 = Friday
    ['16/11/2026 00:00', 1, 'day', '18/11/2026 00:00'],
    ['16/11/2026 23:59', 1, 'day', '18/11/2026 00:00'],
    ['16/11/2026 10:00', 0, 'day', '17/11/2026 00:00'],
    ['16/11/2026 10:00', 5, 'working_day', '24/11/2026 00:00'], // Tue Wed Thu Fri Mon
    ['20/11/2026 10:00', 1, 'working_day', '24/11/2026 00:00'], // Friday -> Monday
    ['21/11/2026 10:00', 1, 'working_day', '24/11/2026 00:00'], // Saturday -> Monday
    ['30/11/2026 10:00', 1, 'working_day', '03/12/2026 00:00'], // holiday skipped
    ['30/11/2026 10:00', 1, 'day', '03/12/2026 00:00'], // ends on a holiday, rolls
    ['30/11/2026 10:00', 4, 'working_day', '06/12/2026 00:00'], // Wed Thu Fri and the worked Saturday
    ['30/11/2026 10:00', 5, 'day', '06/12/2026 00:00'], // ends on the worked Saturday, stays
  ] as const)('%s + %d %s = %s', (from, value, unit, end) => {
    expect(formatDateTime(addPeriod(at(from), { value, unit }, calendar))).toBe(end);
  });

  it('rolls five days that end on a Sunday to the end of Monday', () => {
    const end = (calendar = officeWeek) =>
      formatDateTime(addPeriod(at('24/11/2026 10:00'), { value: 5, unit: 'day' }, calendar));
    expect(end()).toBe('01/12/2026 00:00');
    expect(end({ ...officeWeek, holidays: ['2026-11-30', '2026-12-01'] })).toBe('03/12/2026 00:00');
  });

  it('counts days by the Vietnamese date: 18:00 UTC is already tomorrow', () => {
    const from = Date.parse('2026-11-16T18:00Z'); // 01:00 on Tuesday 17
    expect(formatDateTime(addPeriod(from, { value: 1, unit: 'day' }, officeWeek))).toBe('19/11/2026 00:00');
  });

  it('passes the end of February of a leap year', () => {
    expect(formatDateTime(addPeriod(at('28/02/2028 08:00'), { value: 1, unit: 'day' }, officeWeek))).toBe(
      '01/03/2028 00:00',
    );
  });

  test.each([
    [-1, 'hour'],
    [NaN, 'day'],
    [Infinity, 'day'],
    [1.5, 'day'],
    [0.5, 'working_day'],
  ] as const)('refuses %d %s', (value, unit) =>
    expect(() => addPeriod(0, { value, unit }, officeWeek)).toThrow('period.value'),
  );

  it('refuses a calendar in which no day is worked, rather than search for ever', () => {
    const none = { ...officeWeek, workingWeekdays: [] };
    expect(() => addPeriod(0, { value: 1, unit: 'day' }, none)).toThrow('calendar.no_working_day');
  });

  test.each([
    ['22/11/2026 08:00', false], // Sunday
    ['23/11/2026 08:00', true],
    ['01/12/2026 08:00', false], // holiday
    ['05/12/2026 08:00', true], // Saturday worked in exchange
  ])('isWorkingDay(%s) = %s', (day, worked) => expect(isWorkingDay(at(day), calendar)).toBe(worked));
});

describe('yearly window 15/12/2025 – 14/12/2026', () => {
  const { from, until } = yearWindow(2026);

  test.each([
    ['14/12/2025 23:59', false],
    ['15/12/2025 00:00', true],
    ['14/12/2026 23:59', true],
    ['15/12/2026 00:00', false],
  ])('%s inside: %s', (text, inside) => {
    expect(from <= at(text) && at(text) < until).toBe(inside);
    expect(reportYear(at(text)) === 2026).toBe(inside);
  });

  it('follows the one before without gap', () => expect(yearWindow(2027).from).toBe(until));
});
