import type { SeatRole } from '#api/domain/actor.ts';
import type { DrillStatus } from '#api/domain/drill/status.ts';
import type { vi } from '#web/i18n/vi/index.ts';

export interface NextAct {
  word: keyof (typeof vi)['drill']['next'];
  /** Below the drill's own address; null = nothing to do but wait. */
  path: string | null;
}

/** What the person has already done; null where the page does not know. */
type Me = { captain: boolean; rulesAccepted: boolean; pledged: boolean } | null;

const setUp: readonly DrillStatus[] = ['draft', 'approved', 'preparing', 'live', 'paused'];
const beforeStart: readonly DrillStatus[] = ['draft', 'approved', 'preparing'];

/** The one thing a person should do next in a drill. */
export function nextAct(status: DrillStatus, role: SeatRole, me: Me = null): NextAct {
  if (status === 'published') return { word: 'results', path: '/results' };
  if (role === 'control') return ofControl[status];
  if (role === 'observer') return watch(status);
  if (me && setUp.includes(status)) {
    if (!me.rulesAccepted) return { word: 'rules', path: '#rules' };
    if (!me.pledged) return { word: 'pledge', path: '#rules' };
  }
  if (beforeStart.includes(status))
    return role === 'red' && me?.captain ? { word: 'addresses', path: '#team' } : { word: 'wait', path: null };
  if (role === 'judge') return { word: 'judge', path: '/judge' };
  if (status === 'paused') return { word: 'waitResume', path: null };
  if (status !== 'live') return watch(status);
  return role === 'red' ? { word: 'claim', path: '/claims/new' } : { word: 'ticket', path: '/tickets' };
}

const watch = (status: DrillStatus): NextAct =>
  beforeStart.includes(status) ? { word: 'wait', path: null } : { word: 'board', path: '/board' };

const ofControl: Record<Exclude<DrillStatus, 'published'>, NextAct> = {
  draft: { word: 'approve', path: '/control' },
  approved: { word: 'prepare', path: '/control' },
  preparing: { word: 'gate', path: '/control' },
  live: { word: 'run', path: '/control' },
  paused: { word: 'resume', path: '/control' },
  ended: { word: 'openJudging', path: '/control' },
  judging: { word: 'publish', path: '/results' },
};
