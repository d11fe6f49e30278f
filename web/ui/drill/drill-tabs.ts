import type { OutputOf } from '#api/contract/operation.ts';
import type { drillRead } from '#api/contract/drill-views.ts';
import type { vi } from '#web/i18n/vi/index.ts';

export type DrillView = OutputOf<typeof drillRead>;
type Audience = DrillView['audience'];
type Word = keyof (typeof vi)['drill']['tabs'];

interface Room {
  path: string;
  word: Word;
  for: readonly Audience[];
  /** Only once the drill is over. */
  after?: boolean;
}

const everyone = ['control', 'judge', 'observer', 'red', 'blue'] as const;

/** The rooms of a drill, each to those who work there. */
const rooms: readonly Room[] = [
  { path: '', word: 'overview', for: everyone },
  { path: '/control', word: 'control', for: ['control'] },
  { path: '/plan', word: 'plan', for: ['control'] },
  { path: '/teams', word: 'teams', for: ['control'] },
  { path: '/claims', word: 'claims', for: ['control', 'judge', 'red'] },
  { path: '/tickets', word: 'tickets', for: ['control', 'judge', 'blue'] },
  { path: '/judge', word: 'judge', for: ['judge'] },
  { path: '/board', word: 'board', for: everyone },
  { path: '/replay', word: 'replay', for: ['control', 'judge'], after: true },
  { path: '/results', word: 'results', for: everyone, after: true },
  { path: '/log', word: 'log', for: everyone },
];

const over: readonly DrillView['status'][] = ['ended', 'judging', 'published'];

/** The rooms this person may enter now. */
export function roomsOf(drill: Pick<DrillView, 'audience' | 'status'>): readonly Room[] {
  return rooms.filter((room) => room.for.includes(drill.audience) && (!room.after || over.includes(drill.status)));
}
