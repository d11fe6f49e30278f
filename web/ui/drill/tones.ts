/** The colour of each status of a drill, beside its word. */
export const tones = {
  draft: 'neutral',
  approved: 'info',
  preparing: 'info',
  live: 'ok',
  paused: 'late',
  ended: 'bronze',
  judging: 'bronze',
  published: 'ok',
} as const;
