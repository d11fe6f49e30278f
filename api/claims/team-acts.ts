import { claimReply, claimSubmit, claimUpdate, claimWithdraw } from '../contract/claims.ts';
import { replyToRequest, reviseClaim, submitClaim, withdrawClaim } from '../domain/drill/claims-of-team.ts';
import { ok } from '../drills/drill-command.ts';
import { claimCommand } from './claim-command.ts';
import { findingOf } from './finding.ts';
import { refuse } from '../domain/refusal.ts';

/** What a team does with its own claims: each names its rule. */
export const updateClaimCommand = claimCommand({
  operation: claimUpdate,
  decide: (claim, state, { body: { revision, ...body }, call }) =>
    revision === claim.revision
      ? reviseClaim(
          state,
          claim,
          findingOf({ ...body, foundAt: body.foundAt ?? claim.finding.foundAt }, call.at),
          call.at,
        )
      : refuse('conflict.stale'),
  answer: ok,
});

export const submitClaimCommand = claimCommand({
  operation: claimSubmit,
  decide: (claim, state, { call }) => submitClaim(state, claim, call.at),
  answer: (events) => ({ number: events.find((event) => event.type === 'claim.submitted')?.payload.number ?? '' }),
});

export const withdrawClaimCommand = claimCommand({
  operation: claimWithdraw,
  decide: (claim, _state, _args, { frozen }) => withdrawClaim(claim, frozen),
  answer: ok,
});

export const replyClaimCommand = claimCommand({
  operation: claimReply,
  decide: (claim, _state, { body }) => replyToRequest(claim, body.reply),
  answer: ok,
});
