import { refuse } from '../refusal.ts';
import type { Severity } from './claim.ts';
import { refuseUndo, refuseUnlessUndecided } from './doer.ts';
import type { Doer, Outcome } from './doer.ts';
import type { Claim, DrillState } from './state.ts';

/** The organisers ask; the finding goes back to its team. */
export function requestInformation(claim: Claim, question: string): Outcome {
  const refusal = refuseUnlessUndecided(claim);
  if (refusal) return refusal;
  return [{ type: 'claim.information_requested', subject: claim.id, payload: { claimId: claim.id, question } }];
}

/** The organisers' provisional opinion; earns nothing. */
export function verifyClaim(claim: Claim, severity: Severity, note: string): Outcome {
  const refusal = refuseUnlessUndecided(claim);
  if (refusal) return refusal;
  return [{ type: 'claim.verified', subject: claim.id, payload: { claimId: claim.id, severity, note } }];
}

/** Takes the organisers' last opinion back, as a slip of the hand; what it had replaced stands again. Not once a judge has decided. */
export function withdrawVerification(state: DrillState, claim: Claim, doer: Doer, at: number): Outcome {
  const decided = refuseUnlessUndecided(claim, state);
  if (decided) return decided;
  const last = claim.provisional;
  if (last === null) return refuse('claim.not_verified');
  const codes = { other: 'claim.verified_by_other', late: 'claim.verification_late' } as const;
  return (
    refuseUndo(state, last, doer, at, codes) ?? [
      { type: 'claim.verification_withdrawn', subject: claim.id, payload: { claimId: claim.id, supersedes: last.seq } },
    ]
  );
}
