import { severities } from '#api/domain/drill/claim.ts';
import { parseMoment } from '#web/moment.ts';
import { oneOf } from '#web/session/preferences.ts';
import type { IncidentDraft } from './draft.ts';

type Typed = Partial<Record<'title' | 'system' | 'target' | 'severity' | 'detected' | 'description', string>>;

/** A form filled in from an address (`?title=&system=&severity=&detected=`), so that another tool can open it; null when it says nothing. */
export const draftFromAddress = ({ searchParams }: URL): IncidentDraft | null =>
  searchParams.size > 0 ? draftFrom(Object.fromEntries(searchParams)) : null;

/** The form again, as it was typed. */
export function draftFrom({ title, system, target, severity, detected, description }: Typed): IncidentDraft {
  return {
    title: (title ?? '').trim().slice(0, 200),
    thing: (system ?? target ?? '').trim(),
    thingName: '',
    severity: oneOf(severities, severity ?? null, 'unknown'),
    detectedAt: detected === undefined ? null : parseMoment(detected.trim(), Date.now()),
    description: (description ?? '').trim().slice(0, 10_000),
  };
}
