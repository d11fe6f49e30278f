import { targetsRevealAt } from './clock.ts';
import type { FindingFields } from './claim.ts';
import type { NewEvent } from '../event.ts';
import type { Issue } from '../refusal.ts';
import { Refusal, refuse } from '../refusal.ts';
import { seriesNumber } from './series-number.ts';
import type { Outcome } from './doer.ts';
import type { Claim, DrillState, Team } from './state.ts';

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
      if (finding[field] === '')
        issues.push({ path: [field], code: field === 'targetId' ? 'claim.target_required' : 'required' });
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
  const number = seriesNumber('PH', state, claim.teamId, state.filed.get(claim.teamId) ?? 0);
  return [
    {
      type: 'claim.submitted',
      subject: claim.id,
      payload: { claimId: claim.id, number, foundAt: claim.finding.foundAt },
    },
  ];
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

/** The team answers an open question. */
export function replyToRequest(claim: Claim, reply: string): Outcome {
  if (claim.question === null) return refuse('claim.not_asked');
  return [{ type: 'claim.resubmitted', subject: claim.id, payload: { claimId: claim.id, reply } }];
}
