import type { Severity } from '#api/domain/drill/claim.ts';

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

/** A form nobody has filled in. */
export const emptyDraft = (): IncidentDraft => ({
  title: '',
  thing: '',
  thingName: '',
  severity: 'unknown',
  detectedAt: null,
  description: '',
});
