import type { ContactFreshness } from '#api/domain/registry/freshness.ts';
import type { DossierStatus, SystemStatus } from '#api/domain/registry/kinds.ts';

type Tone = 'neutral' | 'ok' | 'soon' | 'late' | 'info' | 'bronze';

export const freshTones: Record<ContactFreshness, Tone> = { fresh: 'ok', stale: 'soon', never: 'late' };
export const statusTones: Record<SystemStatus, Tone> = {
  planned: 'info',
  trial: 'bronze',
  operating: 'ok',
  retired: 'neutral',
};
export const dossierTones: Record<DossierStatus, Tone> = {
  none: 'neutral',
  drafting: 'neutral',
  submitted: 'info',
  assessed: 'info',
  approved: 'ok',
};
/** The same without colour. */
export const freshShapes: Record<ContactFreshness, string> = { fresh: '●', stale: '◐', never: '○' };
