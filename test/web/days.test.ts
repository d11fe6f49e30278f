import { expect, test } from 'vitest';
import { parseDay, sayDay } from '#web/days.ts';

test('reads a day as documents write it', () => {
  expect(parseDay('22/11/2026')).toBe('2026-11-22');
  expect(parseDay(' 5-3-2026 ')).toBe('2026-03-05');
  expect(sayDay('2026-03-05')).toBe('05/03/2026');
});

test('knows which days there are', () => {
  for (const text of ['31/02/2026', '29/02/2026', '0/1/2026', '22/13/2026', '22/11/26', 'mai'])
    expect(parseDay(text), text).toBeNull();
  expect(parseDay('29/02/2028')).toBe('2028-02-29');
});
