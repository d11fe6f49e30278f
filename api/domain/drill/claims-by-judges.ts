import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Decision } from './claim.ts';
import { nameOf, refuseOwn, refuseUnlessUndecided } from './doer.ts';
import type { Doer, Outcome } from './doer.ts';
import type { Claim, DrillState } from './state.ts';

/** A judge keeps a claim to himself this long (ms). */
export const holdFor = 2 * 60_000;

/** A judge takes a claim for two minutes, so that two do not judge the same one. Taking it again renews. */
export function holdClaim(state: DrillState, claim: Claim, doer: Doer, at: number): Outcome {
  const refusal =
    refuseUnlessUndecided(claim) ?? refuseHeld(state, claim, doer, at) ?? refuseOwn(state, claim.teamId, doer);
  if (refusal) return refusal;
  const until = at + holdFor;
  return [{ type: 'claim.held', subject: claim.id, payload: { claimId: claim.id, accountId: doer.accountId, until } }];
}

/** Only who holds a claim lets it go; letting go of what is not held changes nothing. */
export function releaseClaim(state: DrillState, claim: Claim, doer: Doer, at: number): Outcome {
  const refusal = refuseHeld(state, claim, doer, at);
  if (refusal) return refusal;
  if (claim.hold === null) return [];
  return [{ type: 'claim.released', subject: claim.id, payload: { claimId: claim.id } }];
}

/** The first decision on a claim. There is one: a second judge is told who was first. */
export function decideClaim(state: DrillState, claim: Claim, doer: Doer, decision: Decision, at: number): Outcome {
  const refusal =
    refuseUnlessUndecided(claim, state) ??
    refuseHeld(state, claim, doer, at) ??
    refuseOwn(state, claim.teamId, doer) ??
    refuseDecision(state, claim, decision);
  if (refusal) return refusal;
  return [{ type: 'claim.decided', subject: claim.id, payload: { claimId: claim.id, decision, supersedes: null } }];
}

/** A new decision in place of an earlier one, which it names; the earlier one stays on record. */
export function correctClaim(
  state: DrillState,
  claim: Claim,
  doer: Doer,
  decision: Decision,
  supersedes: number,
): Outcome {
  const last = claim.decisions.at(-1);
  if (!last) return refuse('claim.not_decided');
  if (last.seq !== supersedes) return refuse('conflict.stale');
  const refusal = refuseOwn(state, claim.teamId, doer) ?? refuseDecision(state, claim, decision);
  if (refusal) return refusal;
  if (decision.reason === '') return refuse('request.invalid', {}, [{ path: ['reason'], code: 'required' }]);
  return [{ type: 'claim.decided', subject: claim.id, payload: { claimId: claim.id, decision, supersedes } }];
}

function refuseHeld(state: DrillState, { hold }: Claim, doer: Doer, at: number): Refusal | null {
  if (hold === null || hold.until <= at || hold.accountId === doer.accountId) return null;
  return refuse('claim.held_by', { ...nameOf(state, hold.accountId), until: hold.until });
}

function refuseDecision(state: DrillState, claim: Claim, decision: Decision): Refusal | null {
  if (decision.outcome === 'rejected' && decision.reason === '')
    return refuse('request.invalid', {}, [{ path: ['reason'], code: 'required' }]);
  if (decision.outcome !== 'duplicate') return null;
  const original = state.claims.get(decision.of);
  const stands =
    original !== undefined &&
    original.id !== claim.id &&
    original.status === 'accepted' &&
    original.order < claim.order &&
    original.finding.targetId === claim.finding.targetId;
  return stands ? null : refuse('request.invalid', {}, [{ path: ['of'], code: 'claim.original_unfit' }]);
}
