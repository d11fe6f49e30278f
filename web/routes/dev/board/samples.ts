import type { DrillStatus } from '#api/domain/drill/status.ts';
import type { BoardView, Row } from '#web/ui/board/view.ts';

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

/** Invented teams and points for the page of boards; the same figures every time. */
export function sampleBoard(
  count: number,
  status: DrillStatus,
  now: number,
  flags: { frozen: boolean; revealed: number },
): BoardView {
  const row = (side: 'red' | 'blue', i: number): Row => {
    const shared = i === 5 || i === 6;
    const points = Math.max(0, 1_842_000 - (shared ? 5 : i) * 139_550 + (i > 12 ? i * 112_000 : 0));
    return {
      rank: shared ? 6 : i + 1,
      teamId: `${side}-${i}`,
      name: `${side === 'red' ? 'Đội' : 'Phòng thủ'} ${rivers[i % rivers.length]}${i >= rivers.length ? ` ${Math.floor(i / rivers.length) + 1}` : ''}`,
      side,
      organisationIds: [],
      organisations: [hosts[i % hosts.length] ?? ''],
      points,
      counts:
        side === 'red'
          ? { critical: Math.max(0, 6 - i), high: Math.max(1, 11 - i), medium: (i * 3) % 5, low: i % 3 }
          : { critical: 0, high: 0, medium: 0, low: 0 },
      firstBloods: i < 3 ? 2 - (i % 2) : 0,
      delta: [1, -1, 0, 2, -1, -1][i] ?? 0,
      shared,
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
  const rows = [
    ...Array.from({ length: count }, (_, i) => row('red', i)),
    ...Array.from({ length: Math.min(count, 8) }, (_, i) => row('blue', i)),
  ].sort((a, b) => a.side.localeCompare(b.side) * -1 || b.points - a.points);
  return {
    name: 'Tấn công mạng thực chiến vào hệ thống thông tin ứng dụng sở, ngành tỉnh Vĩnh Long',
    status,
    startsAt: now + 2_467_000,
    clock: {
      running: status === 'live',
      asOf: now,
      elapsedMs: 19_133_000,
      remainingMs: 9_667_000,
      endsAt: now + 9_667_000,
      phase: 'Giai đoạn tấn công – phòng thủ',
      frozenSince: flags.frozen ? now - 1_200_000 : null,
    },
    freezesAt: flags.frozen ? null : now + 5_400_000,
    pauseReason: status === 'paused' ? 'Mất điện tại điểm cầu số 2, chờ khôi phục' : null,
    rows,
    recognised: 94,
    feed: Array.from({ length: 14 }, (_, i) => ({
      at: now - i * 410_000,
      teamId: i % 3 === 1 ? 'blue-1' : `red-${i % Math.max(1, Math.min(count, 7))}`,
      rule: i % 3 === 1 ? ('ticket' as const) : i === 3 ? ('first_blood' as const) : ('claim' as const),
      severity: i % 3 === 1 || i === 3 ? null : ((['critical', 'high', 'medium'] as const)[i % 3] ?? null),
      points: [11_000, 4_250, 6_000, 2_200][i % 4] ?? 0,
    })),
    revealed: rows
      .filter((one) => one.side === 'red')
      .slice(-flags.revealed || rows.length)
      .map((one) => one.teamId)
      .reverse()
      .slice(0, flags.revealed),
    checkpoint: {
      seq: 4_182,
      hash: '9f3c5d1e0b7a4c2f8e6d9a1b3c5f7e2d4b6a8c0e1f3d5b7a9c2e4f6081a3e07a',
      at: now - 60_000,
    },
  };
}
