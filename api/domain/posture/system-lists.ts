import { isoDate } from '../zone.ts';
import type { SystemFact } from './facts.ts';

/** ms; from <= t < until. */
export interface Window {
  from: number;
  until: number;
}

/** What of the systems belongs to N, and what of those to n. */
export interface SystemList {
  of(system: SystemFact): boolean;
  n(system: SystemFact, window: Window): boolean;
}

export const systemListKeys = ['all', 'approved', 'plan_full', 'assessed', 'drilled'] as const;
export type SystemListKey = (typeof systemListKeys)[number];

const anySystem = () => true;
const isApproved = (system: SystemFact) => system.dossier === 'approved';

/** The systems behind each figure; K.. are codes of the indicator set. */
export const systemLists: Readonly<Record<SystemListKey, SystemList>> = {
  all: { of: anySystem, n: anySystem },
  /** K01 */
  approved: { of: anySystem, n: isApproved },
  /** K03 */
  plan_full: { of: isApproved, n: (system) => system.plan === 'full' },
  /** K04 */
  assessed: { of: isApproved, n: assessedWithin },
  /** K08 (CT 18/CT-TTg 2022): at least one live-fire drill a year for level 3 and above. */
  drilled: { of: (system) => (system.level ?? 0) >= 3, n: (system) => system.drilled },
};

function assessedWithin({ lastAssessedOn }: SystemFact, { from, until }: Window): boolean {
  return lastAssessedOn !== null && lastAssessedOn >= isoDate(from) && lastAssessedOn < isoDate(until);
}
