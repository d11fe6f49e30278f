import type { Severity } from './claim.ts';
import { refuseUnlessUndecided } from './doer.ts';
import type { Outcome } from './doer.ts';
import type { Claim } from './state.ts';

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
