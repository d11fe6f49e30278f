import type { Severity } from '#api/domain/drill/claim.ts';
import { severities } from '#api/domain/drill/claim.ts';
import { oneOf } from '#web/session/preferences.ts';

/** An incident as it is being typed. `thing` = the system, in a drill the target. */
export interface IncidentDraft {
  title: string;
  thing: string;
  thingName: string;
  severity: Severity;
  /** ms; null = not touched yet, the moment the form was opened. */
  detectedAt: number | null;
  description: string;
}

/** A form filled in from an address (`?title=&system=&severity=&detected=`), so that another tool can open it. */
export function draftFrom(
  read: (name: string) => string | null,
  moment: (text: string) => number | null,
): IncidentDraft {
  const text = (name: string) => (read(name) ?? '').trim();
  return {
    title: text('title').slice(0, 200),
    thing: text('system') || text('target'),
    thingName: '',
    severity: oneOf(severities, read('severity'), 'unknown'),
    detectedAt: read('detected') === null ? null : moment(text('detected')),
    description: text('description').slice(0, 10_000),
  };
}

/** A form nobody has filled in. */
export const emptyDraft = (): IncidentDraft =>
  draftFrom(
    () => null,
    () => null,
  );
