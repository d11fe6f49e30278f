import { formatDate } from '#api/domain/format.ts';
import { parseLocalDateTime } from '#api/domain/read-moment.ts';
import { fold } from '#api/domain/text.ts';

const units: Record<string, number> = {
  giay: 1_000,
  second: 1_000,
  seconds: 1_000,
  s: 1_000,
  phut: 60_000,
  minute: 60_000,
  minutes: 60_000,
  min: 60_000,
  m: 60_000,
  p: 60_000,
  gio: 3_600_000,
  tieng: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
  h: 3_600_000,
  g: 3_600_000,
  ngay: 86_400_000,
  day: 86_400_000,
  days: 86_400_000,
  d: 86_400_000,
};

/**
 * A moment as people write it, in Vietnam time, to ms: "bây giờ", "5 phút trước", "14:30" (today), "hôm qua 14:30",
 * "22/11/2026 14:30", with or without marks. Null when it is none of these.
 */
export function parseMoment(text: string, now: number): number | null {
  const words = fold(text);
  if (words === 'bay gio' || words === 'now' || words === 'vua xong') return now;

  const ago = /^(\d+) ?([a-z]+) (truoc|ago)$/.exec(words);
  const unit = ago && units[ago[2] ?? ''];
  if (unit) return now - Number(ago[1]) * unit;

  const clock = /^(?:(hom nay|today|hom qua|yesterday) ?)?(\d{1,2})[:h](\d{2})$/.exec(words);
  if (clock) {
    const day = clock[1] === 'hom qua' || clock[1] === 'yesterday' ? now - 86_400_000 : now;
    return parseLocalDateTime(`${formatDate(day)} ${clock[2]}:${clock[3]}`);
  }
  return parseLocalDateTime(words);
}
