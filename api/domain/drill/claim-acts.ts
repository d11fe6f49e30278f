import { seriesNumber } from './series-number.ts';
import { targetsRevealAt } from './clock.ts';
import type { NewEvent } from '../event.ts';
import type { Issue } from '../refusal.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Decision, FindingFields, Severity } from './claim.ts';
import type { Claim, DrillState, Team } from './state.ts';

type Outcome = readonly NewEvent[] | Refusal;

/** Who acts, as far as the rules of a drill care. */
export interface Doer {
  accountId: string;
  /** Organisations the person belongs to or acts for. */
  organisationIds: readonly string[];
}

/** A judge keeps a claim to himself this long (ms). */
export const holdFor = 2 * 60_000;
/** Clocks of a team's notes may run ahead of the server's by this much (ms). */
const clockSlack = 5 * 60_000;

/** Targets a team may report on at `at`: none before the organisers reveal them, then those given to it, or all. */
export function targetsFor(state: DrillState, team: Pick<Team, 'targetIds' | 'side'>, at: number): string[] {
  if (team.side === 'red' && at < targetsRevealAt(state)) return [];
  const all = [...state.targets.keys()];
  return team.targetIds.length === 0 ? all : all.filter((id) => team.targetIds.includes(id));
}

function faults(state: DrillState, teamId: string, finding: FindingFields, at: number, complete: boolean): Issue[] {
  const team = state.teams.get(teamId);
  const issues: Issue[] = [];
  if (complete)
    for (const field of ['title', 'description', 'targetId'] as const)
      if (finding[field] === '') issues.push({ path: [field], code: 'required' });
  if (finding.targetId !== '' && !(team && targetsFor(state, team, at).includes(finding.targetId)))
    issues.push({ path: ['targetId'], code: 'claim.target_unknown' });
  if (finding.foundAt > at + clockSlack) issues.push({ path: ['foundAt'], code: 'claim.found_in_future' });
  return issues;
}

/** A team begins a finding; everything but its target may still be empty. */
export function draftClaim(
  state: DrillState,
  claimId: string,
  teamId: string,
  finding: FindingFields,
  at: number,
): Outcome {
  const issues = faults(state, teamId, finding, at, false);
  if (issues.length > 0) return refuse('request.invalid', {}, issues);
  return [{ type: 'claim.drafted', subject: claimId, payload: { claimId, teamId, finding } }];
}

/** A draft may change in everything; a submitted finding only while the organisers have asked about it, and never its target. */
export function reviseClaim(state: DrillState, claim: Claim, finding: FindingFields, at: number): Outcome {
  if (claim.status !== 'draft' && claim.status !== 'needs_info')
    return refuse('claim.not_open', { status: claim.status });
  const issues = faults(state, claim.teamId, finding, at, claim.status === 'needs_info');
  if (claim.status === 'needs_info' && finding.targetId !== claim.finding.targetId)
    issues.push({ path: ['targetId'], code: 'claim.target_fixed' });
  if (issues.length > 0) return refuse('request.invalid', {}, issues);
  return [{ type: 'claim.revised', subject: claim.id, payload: { claimId: claim.id, finding } }];
}

/** Title, target, severity and description are all a submission needs. Its time is the server's. */
export function submitClaim(
  state: DrillState,
  claim: Pick<Claim, 'id' | 'teamId' | 'status' | 'finding'>,
  at: number,
): Outcome {
  if (claim.status !== 'draft') return refuse('claim.not_draft', { status: claim.status });
  const issues = faults(state, claim.teamId, claim.finding, at, true);
  if (issues.length > 0) return refuse('request.invalid', {}, issues);
  const number = seriesNumber('PH', state, claim.teamId, filedBy(state, claim.teamId));
  return [
    {
      type: 'claim.submitted',
      subject: claim.id,
      payload: { claimId: claim.id, number, foundAt: claim.finding.foundAt },
    },
  ];
}

function filedBy(state: DrillState, teamId: string): number {
  return state.claims
    .values()
    .filter((claim) => claim.teamId === teamId && claim.submittedAt !== null)
    .toArray().length;
}

/** Drafted and submitted in one act. */
export function draftAndSubmit(
  state: DrillState,
  claimId: string,
  teamId: string,
  finding: FindingFields,
  at: number,
): Outcome {
  const drafted = draftClaim(state, claimId, teamId, finding, at);
  const submitted = submitClaim(state, { id: claimId, teamId, status: 'draft', finding }, at);
  if (submitted instanceof Refusal) return submitted;
  return drafted instanceof Refusal ? drafted : [...drafted, ...submitted];
}

/** `seen` is the claim as its team sees it; while the board is frozen a submitted finding stays, or a refusal would tell of a decision. */
export function withdrawClaim(seen: Claim, frozen: boolean): Outcome {
  if (frozen && seen.status !== 'draft') return refuse('claim.frozen');
  if (seen.decisions.length > 0 || seen.status === 'withdrawn')
    return refuse('claim.already_decided', { status: seen.status });
  return [{ type: 'claim.withdrawn', subject: seen.id, payload: { claimId: seen.id } }];
}

/** A file joins a finding for as long as nobody has decided it, as its team sees it. */
export function addEvidence(seen: Claim, file: Omit<NewEvent<'claim.evidence_added'>['payload'], 'claimId'>): Outcome {
  if (seen.decisions.length > 0 || seen.status === 'withdrawn')
    return refuse('claim.already_decided', { status: seen.status });
  return [{ type: 'claim.evidence_added', subject: seen.id, payload: { claimId: seen.id, ...file } }];
}

/** The organisers ask; the finding goes back to its team. */
export function requestInformation(claim: Claim, question: string): Outcome {
  const refusal = refuseUnlessUndecided(claim);
  if (refusal) return refusal;
  return [{ type: 'claim.information_requested', subject: claim.id, payload: { claimId: claim.id, question } }];
}

/** The team answers an open question. */
export function replyToRequest(claim: Claim, reply: string): Outcome {
  if (claim.question === null) return refuse('claim.not_asked');
  return [{ type: 'claim.resubmitted', subject: claim.id, payload: { claimId: claim.id, reply } }];
}

/** The organisers' provisional opinion; earns nothing. */
export function verifyClaim(claim: Claim, severity: Severity, note: string): Outcome {
  const refusal = refuseUnlessUndecided(claim);
  if (refusal) return refusal;
  return [{ type: 'claim.verified', subject: claim.id, payload: { claimId: claim.id, severity, note } }];
}

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

/** Points by hand: a breach of the rules costs, a bonus earns, a correction may do either. */
export function adjustScore(
  state: DrillState,
  doer: Doer,
  teamId: string,
  points: number,
  rule: 'breach' | 'correction' | 'bonus',
  reason: string,
): Outcome {
  if (!state.teams.has(teamId)) return refuse('not_found');
  const refusal = refuseOwn(state, teamId, doer);
  if (refusal) return refusal;
  const wrongSign = (rule === 'breach' && points >= 0) || (rule === 'bonus' && points <= 0) || points === 0;
  if (wrongSign) return refuse('request.invalid', {}, [{ path: ['points'], code: `score.${rule}_sign` }]);
  return [{ type: 'score.adjusted', subject: teamId, payload: { teamId, points, rule, reason } }];
}

/** Marks of a defence team's ticket: percent for criteria of the rules. A later grade names the one it replaces. */
export function gradeTicket(
  state: DrillState,
  doer: Doer,
  ticketId: string,
  teamId: string,
  marks: Record<string, number>,
  reason: string,
  supersedes: number | null,
): Outcome {
  const refusal = refuseOwn(state, teamId, doer);
  if (refusal) return refusal;
  const before = state.grades.get(ticketId);
  if ((before?.seq ?? null) !== supersedes)
    return refuse(supersedes === null ? 'ticket.already_graded' : 'conflict.stale', nameOf(state, before?.by));
  if (before && reason === '') return refuse('request.invalid', {}, [{ path: ['reason'], code: 'required' }]);
  const unknown = Object.keys(marks).filter((criterion) => !Object.hasOwn(state.rules.ticket, criterion));
  if (unknown.length > 0)
    return refuse(
      'request.invalid',
      {},
      unknown.map((criterion) => ({ path: ['marks', criterion], code: 'ticket.criterion_unknown' })),
    );
  return [{ type: 'ticket.graded', subject: ticketId, payload: { ticketId, teamId, marks, reason, supersedes } }];
}

function refuseUnlessUndecided(claim: Claim, state?: DrillState): Refusal | null {
  const last = claim.decisions.at(-1);
  if (last) return refuse('claim.already_decided', { status: claim.status, ...(state && nameOf(state, last.by)) });
  if (claim.status === 'draft' || claim.status === 'withdrawn')
    return refuse('claim.not_submitted', { status: claim.status });
  return null;
}

function refuseHeld(state: DrillState, { hold }: Claim, doer: Doer, at: number): Refusal | null {
  if (hold === null || hold.until <= at || hold.accountId === doer.accountId) return null;
  return refuse('claim.held_by', { ...nameOf(state, hold.accountId), until: hold.until });
}

/** Nobody judges a team of his own organisation. */
function refuseOwn(state: DrillState, teamId: string, doer: Doer): Refusal | null {
  const own = state.teams.get(teamId)?.organisationIds.some((id) => doer.organisationIds.includes(id)) ?? false;
  return own ? refuse('claim.own_organisation') : null;
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

function nameOf(state: DrillState, accountId: string | undefined): Record<string, string> {
  const name = accountId && state.members.get(accountId)?.name;
  return name ? { name } : {};
}
