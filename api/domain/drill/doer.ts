import type { NewEvent } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import { undoFor } from './claim.ts';
import type { Claim, DrillState } from './state.ts';

export type Outcome = readonly NewEvent[] | Refusal;

/** Who acts, as far as the rules of a drill care. */
export interface Doer {
  accountId: string;
  /** Organisations the person belongs to or acts for. */
  organisationIds: readonly string[];
}

/** Only what was submitted and nobody has decided is open to organisers and judges. */
export function refuseUnlessUndecided(claim: Claim, state?: DrillState): Refusal | null {
  const last = claim.decisions.at(-1);
  if (last) return refuse('claim.already_decided', { status: claim.status, ...(state && nameOf(state, last.by)) });
  if (claim.status === 'draft' || claim.status === 'withdrawn')
    return refuse('claim.not_submitted', { status: claim.status });
  return null;
}

/** Nobody judges a team of his own organisation. */
export function refuseOwn(state: DrillState, teamId: string, doer: Doer): Refusal | null {
  return isOwn(state, teamId, doer) ? refuse('claim.own_organisation') : null;
}

/** Whether the team, as it is listed or by one of its members, is of an organisation of the person. */
export function isOwn(state: DrillState, teamId: string, { organisationIds }: Pick<Doer, 'organisationIds'>): boolean {
  const listed = state.teams.get(teamId)?.organisationIds ?? [];
  const members = [...state.members.values()].filter((member) => member.teamId === teamId);
  return organisationIds.some((id) => listed.includes(id) || members.some((member) => member.organisationId === id));
}

/** Only who said it takes it back, and only at once; `other` and `late` are the codes of the two refusals. */
export function refuseUndo(
  state: DrillState,
  said: { by: string; at: number },
  doer: Doer,
  at: number,
  { other, late }: Record<'other' | 'late', RefusalCode>,
): Refusal | null {
  if (said.by !== doer.accountId) return refuse(other, nameOf(state, said.by));
  return at - said.at > undoFor ? refuse(late, { seconds: undoFor / 1_000 }) : null;
}

/** The name of a member, for a refusal that names him. */
export function nameOf(state: DrillState, accountId: string | undefined): Record<string, string> {
  const name = accountId && state.members.get(accountId)?.name;
  return name ? { name } : {};
}
