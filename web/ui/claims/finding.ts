import type { ImpactCriterion, Severity as Level } from '#api/domain/drill/claim.ts';

export interface Finding {
  targetId: string;
  title: string;
  endpoint: string;
  techniqueId: string | null;
  severity: Level;
  impacts: ImpactCriterion[];
  foundAt: number | null;
  description: string;
  fixNow: string;
  fixLong: string;
}
export const emptyFinding = (): Finding => ({
  targetId: '',
  title: '',
  endpoint: '',
  techniqueId: null,
  severity: 'unknown',
  impacts: [],
  foundAt: null,
  description: '',
  fixNow: '',
  fixLong: '',
});
/** What is sent: without a time the server takes its own. */
export const findingBody = ({ foundAt, ...rest }: Finding) => ({ ...rest, ...(foundAt === null ? {} : { foundAt }) });
