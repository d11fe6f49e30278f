import type { z } from 'zod';
import type { claimList, claimView } from '../contract/claim-views.ts';
import { isOwn } from '../domain/drill/doer.ts';
import { countedSeverity } from '../domain/drill/scoring.ts';
import type { Claim, DrillState } from '../domain/drill/state.ts';
import { isOfficial } from '../domain/visibility.ts';
import { doerOf } from './seen.ts';
import type { Sight } from './seen.ts';
import type { Actor } from '../domain/actor.ts';

type Line = z.input<typeof claimList.output>['items'][number];
type View = z.input<typeof claimView>;

/** A claim as a row of a list. `claim` is already as the caller sees it. */
export function claimLine(state: DrillState, claim: Claim, at: number): Line {
  const { id, number, status, teamId, finding, draftedAt, submittedAt, evidence, points, bonus, provisional, hold } =
    claim;
  const target = state.targets.get(finding.targetId);
  return {
    id,
    number,
    status,
    draftedAt,
    submittedAt,
    points: points + bonus,
    evidence: evidence.length,
    team: { id: teamId, name: state.teams.get(teamId)?.name ?? '' },
    target: target ? { id: target.id, name: target.name } : null,
    title: finding.title,
    techniqueId: finding.techniqueId,
    severity: finding.severity,
    provisionalSeverity: provisional?.severity ?? null,
    decidedSeverity: countedSeverity(claim),
    firstBlood: bonus > 0,
    heldBy: hold && hold.until > at ? nameOf(state, hold.accountId) : null,
  };
}

/** Everything about a claim that the caller may know. */
export function claimDetail({ state, audience, frozen }: Sight, claim: Claim, actor: Actor, at: number): View {
  const official = isOfficial(audience);
  const by = (accountId: string) => (official ? nameOf(state, accountId) : null);
  const { hold } = claim;
  return {
    ...claimLine(state, claim, at),
    finding: claim.finding,
    revision: claim.revision,
    author: nameOf(state, claim.author),
    files: claim.evidence,
    question: claim.question,
    bonus: claim.bonus,
    provisional: claim.provisional && {
      severity: claim.provisional.severity,
      at: claim.provisional.at,
      by: by(claim.provisional.by),
    },
    exchanges: claim.exchanges.map(({ at, question, reply, repliedAt }) => ({ at, question, reply, repliedAt })),
    hold:
      hold && hold.until > at
        ? { name: nameOf(state, hold.accountId), until: hold.until, mine: hold.accountId === actor.id }
        : null,
    decisions: claim.decisions.map(({ seq, at, by: judge, alone, decision }) => ({
      seq: official ? seq : null,
      at,
      by: by(judge),
      alone,
      outcome: decision.outcome,
      reason: decision.reason,
      severity: 'severity' in decision ? decision.severity : null,
      impacts: 'impacts' in decision ? decision.impacts : [],
      impactEvidence: 'impactEvidence' in decision ? decision.impactEvidence : null,
      // A team learns that it was not the first, not who was.
      of: official && decision.outcome === 'duplicate' ? decision.of : null,
    })),
    frozen: frozen && !official,
    mayDecide: audience === 'judge' && !ownTeam(state, claim.teamId, actor),
    around: official ? around(state, claim) : [],
  };
}

/** Whether the team is of an organisation of the person. */
export function ownTeam(state: DrillState, teamId: string, actor: Actor): boolean {
  return isOwn(state, teamId, doerOf(actor));
}

const nearMs = 2 * 3_600_000;

/** What both sides said about the same target within two hours of the finding. */
function around(state: DrillState, { id, finding, submittedAt }: Claim): View['around'] {
  const near = (at: number) => Math.abs(at - (submittedAt ?? finding.foundAt)) <= nearMs;
  const team = (teamId: string | null) => state.teams.get(teamId ?? '')?.name ?? '';
  const claims = [...state.claims.values()]
    .filter(
      (other) =>
        other.id !== id &&
        other.finding.targetId === finding.targetId &&
        other.submittedAt !== null &&
        near(other.submittedAt),
    )
    .map((other) => ({
      at: other.submittedAt ?? 0,
      kind: 'claim' as const,
      id: other.id,
      number: other.number,
      title: other.finding.title,
      team: team(other.teamId),
      status: other.status,
    }));
  const tickets = [...state.tickets.values()]
    .filter((ticket) => ticket.targetId === finding.targetId && near(ticket.detectedAt))
    .map((ticket) => ({
      at: ticket.detectedAt,
      kind: 'ticket' as const,
      id: ticket.id,
      number: ticket.number,
      title: ticket.title,
      team: team(ticket.teamId),
      status: ticket.status,
    }));
  return [...claims, ...tickets].sort((a, b) => a.at - b.at);
}

/** Name of a member of the drill; empty for one who has left it. */
export function nameOf(state: DrillState, accountId: string): string {
  return state.members.get(accountId)?.name ?? '';
}
