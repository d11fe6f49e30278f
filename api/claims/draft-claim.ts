import { claimDraft } from '../contract/claims.ts';
import { draftAndSubmit, draftClaim } from '../domain/drill/claims-of-team.ts';
import { refuseUnaccepted } from '../domain/drill/acceptance.ts';
import { refuse } from '../domain/refusal.ts';
import { audienceOf, teamOf } from '../domain/visibility.ts';
import { drillCommand } from '../drills/drill-command.ts';
import { findingOf } from './finding.ts';

export const draftClaimCommand = drillCommand({
  operation: claimDraft,
  decide: (state, { actor, params, body, call }) => {
    const teamId = teamOf(audienceOf(actor, params.drill) ?? 'public');
    if (teamId === null) return refuse('forbidden');
    const unaccepted = refuseUnaccepted(state, actor.id);
    if (unaccepted) return unaccepted;
    const { submit, ...typed } = body;
    const act = submit ? draftAndSubmit : draftClaim;
    return act(state, call.id, teamId, findingOf(typed, call.at), call.at);
  },
  answer: (events, { call }) => ({
    id: call.id,
    number: events.find((event) => event.type === 'claim.submitted')?.payload.number ?? null,
  }),
});
