import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Decision } from './claim.ts';
import { isOwn, nameOf, refuseOwn, refuseUndo, refuseUnlessUndecided } from './doer.ts';
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

/**
 * Takes back the first decision on a claim, as a slip of the hand: by the judge who made it, at once, and only while nothing rests on it.
 * Both stay on record; later only a correction helps.
 */
export function withdrawDecision(state: DrillState, claim: Claim, doer: Doer, at: number): Outcome {
  const last = claim.decisions.at(-1);
  if (!last) return refuse('claim.not_decided');
  const refusal = refuseUndo(state, last, doer, at, { other: 'claim.decided_by_other', late: 'claim.undo_late' });
  if (refusal) return refusal;
  if (claim.decisions.length > 1 || isOriginal(state, claim)) return refuse('claim.decision_used');
  return [
    { type: 'claim.decision_withdrawn', subject: claim.id, payload: { claimId: claim.id, supersedes: last.seq } },
  ];
}

/** Whether a duplicate of the claim has been decided. */
function isOriginal(state: DrillState, { id }: Claim): boolean {
  for (const { decisions } of state.claims.values()) {
    const decision = decisions.at(-1)?.decision;
    if (decision?.outcome === 'duplicate' && decision.of === id) return true;
  }
  return false;
}

/**
 * A new decision in place of an earlier one, which it names; the earlier one stays on record. An award that stands is not changed by
 * whoever made it while another judge may: then two persons answer for the change. With no other, it is marked.
 */
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
  const alone = last.by === doer.accountId;
  if (alone && hasOtherJudge(state, claim.teamId, doer)) return refuse('claim.second_judge');
  const payload = { claimId: claim.id, decision, supersedes, ...(alone && { alone }) };
  return [{ type: 'claim.decided', subject: claim.id, payload }];
}

/** Whether the drill seats another judge who may decide on this team. */
function hasOtherJudge(state: DrillState, teamId: string, doer: Doer): boolean {
  return [...state.members.values()].some(
    ({ role, accountId, organisationId }) =>
      role === 'judge' &&
      accountId !== doer.accountId &&
      !isOwn(state, teamId, { organisationIds: organisationId === null ? [] : [organisationId] }),
  );
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
