import type { OutputOf } from '#api/contract/operation.ts';
import type { drillRead } from '#api/contract/drill-views.ts';
import { isOver } from '#api/domain/drill/is-over.ts';
import type { vi } from '#web/i18n/vi/index.ts';

export type DrillView = OutputOf<typeof drillRead>;
type Audience = DrillView['audience'];
type Word = keyof (typeof vi)['drill']['tabs'];

type Entrant = Pick<DrillView, 'audience' | 'status' | 'me'>;

export interface Room {
  path: string;
  word: Word;
  for: readonly Audience[];
  /** Where more is asked than the audience. */
  open?: (drill: Entrant) => boolean;
}

const everyone = ['control', 'judge', 'observer', 'red', 'blue'] as const;
const isOfficial = ({ audience }: Entrant) => audience === 'control' || audience === 'judge';
/** Whoever only oversees the host has no seat. */
const isSeated = ({ me }: Entrant) => me !== null;

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
  {
    path: '/replay',
    word: 'replay',
    for: everyone,
    open: (drill) => drill.status === 'published' || (isOfficial(drill) && isOver(drill.status)),
  },
  {
    path: '/results',
    word: 'results',
    for: everyone,
    open: (drill) => isOver(drill.status) && (isSeated(drill) || drill.status === 'published'),
  },
  { path: '/log', word: 'log', for: everyone, open: isSeated },
];

/** The rooms this person may enter now. */
export function roomsOf(drill: Entrant): readonly Room[] {
  return rooms.filter((room) => room.for.includes(drill.audience) && (room.open?.(drill) ?? true));
}
