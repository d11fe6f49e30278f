import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** đang mở → đã khắc phục → đã kiểm tra lại; a failed re-test opens it again. */
export const remediationStatuses = ['open', 'fixed', 'retested'] as const;
export type RemediationStatus = (typeof remediationStatuses)[number];

/** A recognised finding on its way to being fixed. */
export interface Remediation {
  claimId: string;
  status: RemediationStatus;
  fixedBy: string | null;
}

/** Records that it is fixed. */
export function fix({ claimId, status }: Remediation, note: string): NewEvent | Refusal {
  if (status !== 'open') return refuse('remediation.state', { status });
  return { type: 'remediation.fixed', subject: claimId, payload: { claimId, note } };
}

/** Records a re-test; nobody tests his own work. */
export function retest(
  { claimId, status, fixedBy }: Remediation,
  by: string,
  passed: boolean,
  note: string,
): NewEvent | Refusal {
  if (status !== 'fixed') return refuse('remediation.state', { status });
  if (fixedBy === by) return refuse('remediation.same_person');
  return { type: 'remediation.retested', subject: claimId, payload: { claimId, passed, note } };
}
