import type { Trx } from '#db/schema.ts';
import type { Actor } from '../domain/actor.ts';
import { asTeamSees, boardFrozen, publicDrillFold } from '../domain/drill/freeze.ts';
import type { PublicView } from '../domain/drill/freeze.ts';
import type { Doer } from '../domain/drill/doer.ts';
import type { Claim, DrillState } from '../domain/drill/state.ts';
import { refuse } from '../domain/refusal.ts';
import { audienceOf, isOfficial, teamOf } from '../domain/visibility.ts';
import type { Audience } from '../domain/visibility.ts';
import { drillStream } from '../drills/fold.ts';
import { loadDrill, readDrill } from '../drills/load-drill.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** A drill as one caller sees it: the whole of it, the public part of it, and who he is to it. */
export interface Sight {
  state: DrillState;
  view: PublicView;
  audience: Audience;
  frozen: boolean;
}

/** Within the transaction that holds the drill. Throws `not_found`. */
export async function sightWithin(trx: Trx, kernel: Kernel, actor: Actor, drillId: string, at: number): Promise<Sight> {
  const state = await loadDrill(trx, kernel, drillId);
  const view = await kernel.folds.write(trx, publicDrillFold, drillStream(drillId));
  return sight(state, view, actor, drillId, at);
}

/** As committed. Throws `not_found`. */
export async function sightOf(kernel: Kernel, actor: Actor, drillId: string, at: number): Promise<Sight> {
  const view = (await kernel.folds.read(publicDrillFold, drillStream(drillId))).state;
  return sight(await readDrill(kernel, drillId), view, actor, drillId, at);
}

function sight(state: DrillState, view: PublicView, actor: Actor, drillId: string, at: number): Sight {
  const audience = audienceOf(actor, drillId);
  if (!audience) throw refuse('not_found');
  return { state, view, audience, frozen: boardFrozen(view, at) };
}

/** A claim the caller may see, as he may see it: drafts are their team's alone. Throws `not_found`. */
export function seenClaim({ state, view, audience }: Sight, claimId: string): Claim {
  const claim = state.claims.get(claimId);
  if (!claim) throw refuse('not_found');
  if (isOfficial(audience) && claim.submittedAt !== null) return claim;
  if (audience === `red:${claim.teamId}`) return asTeamSees(claim, view.shown.claims.get(claimId));
  throw refuse('not_found');
}

/** All claims the caller may see, in order of drafting. */
export function seenClaims(sight: Sight): Claim[] {
  const { state, view, audience } = sight;
  const all = [...state.claims.values()];
  if (isOfficial(audience)) return all.filter((claim) => claim.submittedAt !== null);
  const teamId = audience.startsWith('red:') ? teamOf(audience) : null;
  return all
    .filter((claim) => claim.teamId === teamId)
    .map((claim) => asTeamSees(claim, view.shown.claims.get(claim.id)));
}

/** The person who acts, with every organisation he belongs to or acts for, under its old names too: teams keep those. */
export function doerOf(actor: Actor): Doer {
  const held = actor.grants.map((grant) => grant.organisationId).filter((id) => id !== '*');
  const organisationIds = [...held, ...actor.formerOrganisationIds];
  if (actor.organisationId !== null) organisationIds.push(actor.organisationId);
  return { accountId: actor.id, organisationIds };
}
