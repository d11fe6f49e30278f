import {
  claimCorrect,
  claimDecide,
  claimHold,
  claimRelease,
  claimRequestInfo,
  claimUndoDecision,
  claimUndoVerification,
  claimVerify,
} from '../contract/adjudication.ts';
import {
  correctClaim,
  decideClaim,
  holdClaim,
  holdFor,
  releaseClaim,
  withdrawDecision,
} from '../domain/drill/claims-by-judges.ts';
import { requestInformation, verifyClaim, withdrawVerification } from '../domain/drill/claims-by-organisers.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { priceClaim } from '../domain/drill/scoring.ts';
import { ok } from '../drills/drill-command.ts';
import { claimCommand } from './claim-command.ts';
import { doerOf } from './seen.ts';

/** What organisers and judges do with claims: each names its rule. */
export const requestInfoCommand = claimCommand({
  operation: claimRequestInfo,
  decide: (claim, _state, { body }) => requestInformation(claim, body.question),
  answer: ok,
});

export const verifyClaimCommand = claimCommand({
  operation: claimVerify,
  decide: (claim, _state, { body }) => verifyClaim(claim, body.severity, body.note),
  answer: ok,
});

export const undoVerificationCommand = claimCommand({
  operation: claimUndoVerification,
  decide: (claim, state, { actor, call }) => withdrawVerification(state, claim, doerOf(actor), call.at),
  answer: ok,
});

export const holdClaimCommand = claimCommand({
  operation: claimHold,
  decide: (claim, state, { actor, call }) => holdClaim(state, claim, doerOf(actor), call.at),
  answer: (_events, { call }) => ({ until: call.at + holdFor }),
});

export const releaseClaimCommand = claimCommand({
  operation: claimRelease,
  decide: (claim, state, { actor, call }) => releaseClaim(state, claim, doerOf(actor), call.at),
  answer: ok,
});

export const decideClaimCommand = claimCommand({
  operation: claimDecide,
  decide: (claim, state, { actor, body, call }) => decideClaim(state, claim, doerOf(actor), body.decision, call.at),
  answer: (events, _args, { state }) => ({ points: worth(state, events) }),
});

export const undoDecisionCommand = claimCommand({
  operation: claimUndoDecision,
  decide: (claim, state, { actor, call }) => withdrawDecision(state, claim, doerOf(actor), call.at),
  answer: ok,
});

export const correctClaimCommand = claimCommand({
  operation: claimCorrect,
  decide: (claim, state, { actor, body }) => correctClaim(state, claim, doerOf(actor), body.decision, body.supersedes),
  answer: (events, _args, { state }) => ({ points: worth(state, events) }),
});

/** What the decision just recorded is worth, first blood apart. */
function worth(state: DrillState, events: readonly LoggedEvent[]): number {
  const event = events.find(({ type }) => type === 'claim.decided') as LoggedEvent<'claim.decided'> | undefined;
  const claim = event && state.claims.get(event.payload.claimId);
  if (!event || !claim) return 0;
  const { decision } = event.payload;
  const original = decision.outcome === 'duplicate' ? state.claims.get(decision.of)?.submittedAt : undefined;
  const at = claim.submittedAt ?? 0;
  return priceClaim(state.rules, decision, Math.max(0, at - (original ?? at))).points;
}
