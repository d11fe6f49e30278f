import type { DrillStatus } from './status.ts';

/** Played to its end, judged or not. */
export const isOver = (status: DrillStatus) => status === 'ended' || status === 'judging' || status === 'published';
