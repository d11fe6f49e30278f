import type { DrillState } from './state.ts';

/**
 * `PH-2-014`: what the second team of the drill files for the 14th time. Each team counts by itself, so that its next
 * number tells it nothing of what the others have filed.
 */
export function seriesNumber(
  prefix: 'PH' | 'DT',
  { teams }: Pick<DrillState, 'teams'>,
  teamId: string,
  before: number,
): string {
  const team = [...teams.keys()].indexOf(teamId) + 1;
  return `${prefix}-${team}-${String(before + 1).padStart(3, '0')}`;
}
