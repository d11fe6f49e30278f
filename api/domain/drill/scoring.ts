import type { LoggedEvent } from '../event.ts';
import type { Decision, ScoredSeverity, ScoringRules } from './claim.ts';
import type { Claim, DrillState, ScoreEntry, TeamScore } from './state.ts';

/** Rounds numerator/denominator half up (0.5 → 1, −0.5 → 0); both integers, denominator positive. */
export function roundHalfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}

export interface Priced {
  points: number;
  inputs: Record<string, string | number>;
}

/** What a decision is worth, in hundredths, rounded once. `laterByMs` = how long after the first finder, for a duplicate. */
export function priceClaim(rules: ScoringRules, decision: Decision, laterByMs: number): Priced {
  if (decision.outcome === 'rejected') return { points: 0, inputs: { rulesVersion: rules.version } };
  const base = rules.severity[decision.severity];
  const impactPercent = 100 + rules.extraImpactPercent * Math.max(0, decision.impacts.length - 1);
  const evidencePercent = decision.impactEvidence ? 100 : rules.withoutImpactEvidencePercent;
  const sharePercent =
    decision.outcome === 'accepted' ? 100 : laterByMs <= rules.duplicateWindowMs ? rules.duplicatePercent : 0;
  return {
    points: roundHalfUp(base * impactPercent * evidencePercent * sharePercent, 1_000_000),
    inputs: {
      rulesVersion: rules.version,
      severity: decision.severity,
      base,
      impacts: decision.impacts.length,
      impactPercent,
      evidencePercent,
      sharePercent,
      ...(decision.outcome === 'duplicate' && { of: decision.of, laterByMs }),
    },
  };
}

/** What the marks (0–100 by criterion) of a ticket are worth, each criterion rounded by itself. */
export function priceTicket(rules: ScoringRules, marks: Readonly<Record<string, number>>): Priced {
  const inputs: Record<string, string | number> = { rulesVersion: rules.version };
  let points = 0;
  for (const [criterion, most] of Object.entries(rules.ticket)) {
    const earned = roundHalfUp(most * (marks[criterion] ?? 0), 100);
    inputs[criterion] = earned;
    points += earned;
  }
  return { points, inputs };
}

/** Bonus of the first accepted finding on a target. */
export function priceFirstBlood(rules: ScoringRules, severity: ScoredSeverity): number {
  return roundHalfUp(rules.severity[severity] * rules.firstBloodPercent, 100);
}

export function zeroScore(teamId: string): TeamScore {
  return {
    teamId,
    points: 0,
    counts: { critical: 0, high: 0, medium: 0, low: 0 },
    firstBloods: 0,
    earliestCriticalAt: null,
    lastScoreAt: null,
  };
}

/** The running score of a team; begins at zero. */
export function scoreOf(state: DrillState, teamId: string): TeamScore {
  const known = state.scores.get(teamId);
  if (known) return known;
  const score = zeroScore(teamId);
  state.scores.set(teamId, score);
  return score;
}

type Line = Pick<ScoreEntry, 'teamId' | 'points' | 'rule' | 'claimId' | 'ticketId' | 'inputs' | 'reason'>;

/** Writes one line of the ledger and moves the team's points with it. */
export function book(state: DrillState, event: LoggedEvent, line: Line): void {
  state.ledger.push({ seq: event.seq, at: event.at, by: event.actor, ...line });
  scoreOf(state, line.teamId).points += line.points;
}

/** The severity a claim counts under: only accepted findings count, duplicates earn points but are no further finding. */
export function countedSeverity(claim: Claim): ScoredSeverity | null {
  const decision = claim.decisions.at(-1)?.decision;
  return decision?.outcome === 'accepted' ? decision.severity : null;
}

/** Replaces what a claim is worth by what its last decision makes of it: a reversal, then a new line. Decided claims only. */
export function settleClaim(state: DrillState, event: LoggedEvent, claim: Claim, decision: Decision): void {
  const before = countedSeverity({ ...claim, decisions: claim.decisions.slice(0, -1) });
  const scoredBefore = claim.points > 0;
  reverse(state, event, claim, decision.reason);
  const original = decision.outcome === 'duplicate' ? state.claims.get(decision.of) : undefined;
  const laterByMs = Math.max(0, (claim.submittedAt ?? 0) - (original?.submittedAt ?? claim.submittedAt ?? 0));
  const { points, inputs } = priceClaim(state.rules, decision, laterByMs);
  claim.points = points;
  if (decision.outcome !== 'rejected')
    book(state, event, {
      teamId: claim.teamId,
      points,
      rule: decision.outcome === 'accepted' ? 'claim' : 'duplicate',
      claimId: claim.id,
      ticketId: null,
      inputs,
      reason: decision.reason,
    });
  recount(state, claim, before, scoredBefore);
}

/** Takes the last decision of a claim away, with what it was worth. */
export function unsettleClaim(state: DrillState, event: LoggedEvent, claim: Claim): void {
  const before = countedSeverity(claim);
  const scoredBefore = claim.points > 0;
  claim.decisions.pop();
  reverse(state, event, claim, '');
  claim.points = 0;
  recount(state, claim, before, scoredBefore);
}

function reverse(state: DrillState, event: LoggedEvent, { id, teamId, points }: Claim, reason: string): void {
  if (points === 0) return;
  const inputs = { reversed: 'claim' };
  book(state, event, { teamId, points: -points, rule: 'reversal', claimId: id, ticketId: null, inputs, reason });
}

/** Moves the counts and tie keys of the claim's team. Only a step back has to look at the team's other claims. */
function recount(state: DrillState, claim: Claim, before: ScoredSeverity | null, scoredBefore: boolean): void {
  const score = scoreOf(state, claim.teamId);
  const now = countedSeverity(claim);
  if (before) score.counts[before] -= 1;
  if (now) score.counts[now] += 1;
  const lost = (before === 'critical' && now !== 'critical') || (scoredBefore && claim.points === 0);
  if (lost) {
    Object.assign(score, tieKeys(state, claim.teamId));
    return;
  }
  const at = claim.submittedAt ?? 0;
  if (now === 'critical') score.earliestCriticalAt = Math.min(score.earliestCriticalAt ?? at, at);
  if (claim.points > 0) score.lastScoreAt = Math.max(score.lastScoreAt ?? at, at);
}

/** Replaces the grade of a ticket. The time that counts is that of the grade. */
export function settleTicket(state: DrillState, event: LoggedEvent<'ticket.graded'>): void {
  const { ticketId, teamId, marks, reason } = event.payload;
  const before = state.grades.get(ticketId);
  if (before && before.points !== 0)
    book(state, event, {
      teamId: before.teamId,
      points: -before.points,
      rule: 'reversal',
      claimId: null,
      ticketId,
      inputs: { reversed: 'ticket' },
      reason,
    });
  const { points, inputs } = priceTicket(state.rules, marks);
  state.grades.set(ticketId, { seq: event.seq, at: event.at, by: event.actor, teamId, marks, reason, points });
  book(state, event, { teamId, points, rule: 'ticket', claimId: null, ticketId, inputs, reason });
  const score = scoreOf(state, teamId);
  if (before) {
    Object.assign(scoreOf(state, before.teamId), tieKeys(state, before.teamId));
    Object.assign(score, tieKeys(state, teamId));
  } else if (points > 0) score.lastScoreAt = Math.max(score.lastScoreAt ?? event.at, event.at);
}

/** Tie keys of a team looked up from all it has. Judges' delay counts for nothing: the times are those of submission. */
function tieKeys(state: DrillState, teamId: string): Pick<TeamScore, 'earliestCriticalAt' | 'lastScoreAt'> {
  let earliestCriticalAt: number | null = null;
  let lastScoreAt: number | null = null;
  for (const claim of state.claims.values()) {
    if (claim.teamId !== teamId || claim.submittedAt === null) continue;
    if (countedSeverity(claim) === 'critical')
      earliestCriticalAt = Math.min(earliestCriticalAt ?? claim.submittedAt, claim.submittedAt);
    if (claim.points > 0) lastScoreAt = Math.max(lastScoreAt ?? claim.submittedAt, claim.submittedAt);
  }
  for (const grade of state.grades.values())
    if (grade.teamId === teamId && grade.points > 0) lastScoreAt = Math.max(lastScoreAt ?? grade.at, grade.at);
  return { earliestCriticalAt, lastScoreAt };
}
