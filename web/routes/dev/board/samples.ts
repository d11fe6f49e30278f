import type { DrillStatus } from '#api/domain/drill/status.ts';
import { isBeforeStart, type BoardView, type Row, type Series } from '#web/ui/board/view.ts';

const rivers = [
  'Cửu Long',
  'Sao La',
  'Cổ Chiên',
  'Mang Thít',
  'Hàm Luông',
  'Măng Thít 2',
  'Sóc Trăng',
  'Ba Động',
  'Trà Ôn',
  'Vũng Liêm',
  'Ba Tri',
  'Bình Đại',
  'Giồng Trôm',
  'Cầu Kè',
  'Duyên Hải',
  'Long Hồ',
  'Tam Bình',
];
const hosts = [
  'Tổ ứng cứu tỉnh (mẫu)',
  'Trường Đại học Phù Sa (mẫu)',
  'Công ty An ninh số Sao Mai (mẫu)',
  'Trung tâm Giám sát an toàn thông tin (mẫu)',
  'Học viện An toàn (mẫu)',
];
const rules = ['claim', 'ticket', 'claim', 'first_blood'];
const levels = ['critical', null, 'high', null];

/** Invented teams and points for the page of boards; the same figures every time. */
export function sampleBoard(
  count: number,
  status: DrillStatus,
  now: number,
  flags: { frozen: boolean; revealed: number },
): BoardView {
  const early = isBeforeStart(status);
  const row = (side: 'red' | 'blue', i: number): Row => {
    const shared = i === 5 || i === 6;
    const points = Math.round((1_842_000 * 0.93 ** (shared ? 5 : i)) / 500) * 500;
    return {
      rank: shared ? 6 : i + 1,
      teamId: `${side}-${i}`,
      side,
      organisations: [hosts[i % hosts.length] ?? ''],
      points,
      shared,
      delta: [1, -1, 0, 2, -1, -1][i] ?? 0,
      name: `${side === 'red' ? 'Đội' : 'Phòng thủ'} ${rivers[i % rivers.length]}${i >= rivers.length ? ` ${Math.floor(i / rivers.length) + 1}` : ''}`,
      counts:
        side === 'red'
          ? { critical: Math.max(0, 6 - i), high: Math.max(1, 11 - i), medium: (i * 3) % 5, low: i % 3 }
          : { critical: 0, high: 0, medium: 0, low: 0 },
      firstBloods: i < 3 ? 2 - (i % 2) : 0,
      tie: shared
        ? { code: 'shared', params: { points } }
        : i === 7
          ? {
              code: 'earliest_last_score',
              params: { points, team: 'Đội Sóc Trăng', own: now - 900_000, theirs: now - 1_900_000 },
            }
          : null,
    };
  };
  const red = Array.from({ length: count }, (_, i) => row('red', i));
  return {
    drillId: 'sample',
    mode: 'drill',
    name: 'Tấn công mạng thực chiến vào hệ thống thông tin ứng dụng sở, ngành tỉnh Vĩnh Long',
    status,
    phase: early ? null : 'Giai đoạn tấn công – phòng thủ',
    serverTime: now,
    updatedAt: now - 7_000,
    clock: {
      running: status === 'live',
      elapsedMs: 19_133_000,
      remainingMs: 9_667_000,
      durationMs: 28_800_000,
      endsAt: now + (early ? 31_267_000 : 9_667_000),
    },
    startsAt: now + 2_467_000,
    freeze: {
      at: flags.frozen ? now - 1_200_000 : null,
      plannedAt: flags.frozen ? null : now + 5_400_000,
      frozen: flags.frozen,
      revealed: red
        .slice(count - flags.revealed)
        .map((one) => one.teamId)
        .reverse(),
    },
    pause: status === 'paused' ? { at: now - 240_000, reason: 'Kiểm tra lại đường truyền của hội trường' } : null,
    notice: {
      at: now - 600_000,
      text: 'Giờ nghỉ trưa từ 11:30 đến 13:00. Các đội giữ nguyên vị trí thiết bị.',
      withdrawn: null,
    },
    rows: [...red, ...Array.from({ length: Math.min(count, 8) }, (_, i) => row('blue', i))],
    feed: Array.from({ length: 14 }, (_, i) => ({
      at: now - i * 410_000,
      teamId: i % 4 === 1 ? 'blue-1' : `red-${i % Math.max(1, Math.min(count, 7))}`,
      rule: rules[i % 4] ?? 'claim',
      severity: levels[i % 4] ?? null,
      points: [11_000, 4_250, 6_000, 2_200][i % 4] ?? 0,
    })),
    totals: { recognised: 94, detectedPercent: 71, medianMinutes: 8 },
    checkpoint: {
      seq: 4_182,
      hash: '9f3c5d1e0b7a4c2f8e6d9a1b3c5f7e2d4b6a8c0e1f3d5b7a9c2e4f6081a3e07a',
      at: now - 60_000,
    },
    ties: ['critical_count', 'high_count', 'earliest_critical', 'earliest_last_score'],
    rulesVersion: '1',
    rulesOrigin: 'suggested',
    version: 12,
  };
}

/** Steps that lead to the points of `view`, a little later for each team. */
export function sampleSeries({ rows, clock }: BoardView): Series {
  return {
    durationMs: clock.durationMs,
    lines: rows.map(({ teamId, name, side, points }, i) => ({
      teamId,
      name,
      side,
      steps: Array.from({ length: 9 }, (_, n) => ({
        elapsedMs: Math.round(((n + 1) / 10) * clock.elapsedMs + ((i * 37) % 11) * 90_000),
        points: Math.round((points * (n + 1)) / 9),
      })),
    })),
  };
}
