import { expect, test } from 'vitest';
import { parseNumber, parsePoints } from '#web/numbers.ts';

test('reads numbers the way each language writes them', () => {
  expect(parseNumber('1.234,5', 'vi')).toBe(1234.5);
  expect(parseNumber('1,234.5', 'en')).toBe(1234.5);
  expect(parseNumber('4,5', 'vi')).toBe(4.5);
  expect(parseNumber('4.5', 'vi')).toBe(4.5);
  expect(parseNumber(' −10 ', 'vi')).toBe(-10);
});

test('says no to what is not a number', () => {
  for (const text of ['', 'mười', '1,2,3', '1..2', '=1+1', '1e9']) expect(parseNumber(text, 'vi'), text).toBeNull();
});

test('points are whole hundredths', () => {
  expect(parsePoints('100', 'vi')).toBe(10_000);
  expect(parsePoints('12,34', 'vi')).toBe(1_234);
  expect(parsePoints('1.000', 'vi')).toBe(100_000);
  expect(parsePoints('0,29', 'vi')).toBe(29);
  expect(parsePoints('12,345', 'vi')).toBeNull();
});
