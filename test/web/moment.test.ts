import { expect, test } from 'vitest';
import { instant } from '#api/domain/zone.ts';
import { parseMoment } from '#web/moment.ts';

const now = instant(2026, 11, 22, 16, 38);

test.each([
  ['bây giờ', now],
  ['Bay gio', now],
  ['now', now],
  ['5 phút trước', now - 5 * 60_000],
  ['2 giờ trước', now - 2 * 3_600_000],
  ['3 ngay truoc', now - 3 * 86_400_000],
  ['10 minutes ago', now - 10 * 60_000],
  ['14:30', instant(2026, 11, 22, 14, 30)],
  ['14h30', instant(2026, 11, 22, 14, 30)],
  ['hôm qua 9:05', instant(2026, 11, 21, 9, 5)],
  ['22/11/2026 14:30', instant(2026, 11, 22, 14, 30)],
  ['5/3/2026 07:00', instant(2026, 3, 5, 7, 0)],
])('reads "%s"', (text, at) => {
  expect(parseMoment(text, now)).toBe(at);
});

test.each(['', 'mai', '25:00', '31/02/2026 10:00', '5 năm trước', '22/11/2026'])('does not guess at "%s"', (text) => {
  expect(parseMoment(text, now)).toBeNull();
});
