import { cannotHold } from './first-blood.ts';
import { countedSeverity, priceClaim, priceFirstBlood, priceTicket, zeroScore } from './scoring.ts';
import type { Claim, DrillState, TeamScore } from './state.ts';

/** Every team's score worked out anew from decisions, grades and adjustments alone: what the running scores must equal. */
export function recompute(state: DrillState): Map<string, TeamScore> {
  const scores = new Map([...state.scores.keys()].map((teamId) => [teamId, zeroScore(teamId)]));
  const of = (teamId: string): TeamScore => scores.get(teamId) ?? zeroScore(teamId);
  const submitted = [...state.claims.values()].filter((claim) => claim.order > 0).sort((a, b) => a.order - b.order);

  for (const claim of submitted) addClaim(state, of(claim.teamId), claim);
  for (const claims of Map.groupBy(submitted, (claim) => claim.finding.targetId).values()) {
    const first = claims.find((claim) => !cannotHold(claim));
    const severity = first && countedSeverity(first);
    if (!first || !severity) continue;
    of(first.teamId).firstBloods += 1;
    of(first.teamId).points += priceFirstBlood(state.rules, severity);
  }
  for (const { teamId, marks, at } of state.grades.values()) {
    const { points } = priceTicket(state.rules, marks);
    of(teamId).points += points;
    if (points > 0) of(teamId).lastScoreAt = Math.max(of(teamId).lastScoreAt ?? at, at);
  }
  for (const { rule, teamId, points } of state.ledger)
    if (rule === 'breach' || rule === 'bonus' || rule === 'correction') of(teamId).points += points;
  return scores;
}

function addClaim(state: DrillState, score: TeamScore, claim: Claim): void {
  const decision = claim.decisions.at(-1)?.decision;
  const at = claim.submittedAt;
  if (!decision || at === null) return;
  const original = decision.outcome === 'duplicate' ? state.claims.get(decision.of)?.submittedAt : undefined;
  const { points } = priceClaim(state.rules, decision, Math.max(0, at - (original ?? at)));
  const severity = countedSeverity(claim);
  score.points += points;
  if (points > 0) score.lastScoreAt = Math.max(score.lastScoreAt ?? at, at);
  if (severity) score.counts[severity] += 1;
  if (severity === 'critical') score.earliestCriticalAt = Math.min(score.earliestCriticalAt ?? at, at);
}
