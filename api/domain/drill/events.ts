import type { SeatRole } from '../actor.ts';
import type { DrillPlan, GateItem, PhasePlan, Side, Target } from './plan.ts';
import type { Addressee } from './announcement.ts';
import type { Decision, FindingFields, ScoringRules, Severity } from './claim.ts';

/** Everything that happens in a drill; stream `drill:ID`. Subject: the claim, ticket or team it is about. */
export interface DrillEvents {
  // plan
  'drill.drafted': { plan: DrillPlan; phases: PhasePlan[]; rules: ScoringRules; scenarioHash: string | null };
  'drill.replanned': { plan: DrillPlan; phases: PhasePlan[] };
  'drill.rules_set': { rules: ScoringRules };
  'drill.approved': { decisionNumber: string; decidedOn: string; fileId: string | null };
  'drill.prepared': Record<string, never>;
  'drill.target_added': { target: Target };
  'drill.target_removed': { targetId: string };
  'drill.seat_given': {
    accountId: string;
    name: string;
    role: SeatRole;
    teamId: string | null;
    captain: boolean;
    /** Where the person belonged when seated; null = nowhere. */
    organisationId: string | null;
  };
  'drill.seat_taken_away': { accountId: string; role: SeatRole; reason: string };
  /** A paper of the drill: the decision, a consent, a plan. `documentId` names the received file. */
  'drill.document_added': { documentId: string; name: string; size: number; sha256: string; mediaType: string };
  'drill.board_code_set': { codeHash: string };
  'drill.announced': { text: string; audience: Addressee; mustRead: boolean };
  /** `announcement`: the entry by which it was made; `audience`: who was told, and is told now. */
  'drill.announcement_withdrawn': { announcement: number; audience: Addressee; reason: string };
  'drill.inject_delivered': { injectId: string; title: string; text: string; teamIds: string[] };
  /** `delivery`: the entry by which it had been handed over. */
  'drill.inject_recalled': { injectId: string; delivery: number; teamIds: string[] };
  'drill.inject_skipped': { injectId: string };
  'drill.inject_restored': { injectId: string };
  'drill.injects_shifted': { byMs: number };
  // start gate
  'gate.item_recorded': {
    item: GateItem;
    targetId: string | null;
    reference: string;
    on: string;
    fileId: string | null;
    note: string;
  };
  'gate.item_withdrawn': { item: GateItem; targetId: string | null; reason: string };
  'gate.item_overridden': { item: GateItem; targetId: string | null; reason: string };
  // teams
  'team.formed': { teamId: string; name: string; side: Side; organisationIds: string[]; targetIds: string[] };
  'team.changed': { teamId: string; name: string; organisationIds: string[]; targetIds: string[] };
  'team.addresses_set': { teamId: string; addresses: string[] };
  'team.invited': { teamId: string; invitationId: string; uses: number; expiresAt: number };
  'team.invitation_revoked': { teamId: string; invitationId: string };
  'team.rules_accepted': { accountId: string; rulesHash: string };
  'team.pledge_signed': { accountId: string };
  // life
  'drill.started': { durationMs: number; freezeAfterMs: number | null };
  'drill.start_refused': { missing: string[] };
  'drill.paused': { reason: string };
  'drill.resumed': { reason: string };
  'drill.extended': { byMs: number; reason: string };
  /** `extension`: the entry by which the time had been added. */
  'drill.extension_withdrawn': { extension: number; byMs: number; reason: string };
  'drill.ended': { reason: string };
  'drill.judging_opened': Record<string, never>;
  'drill.published': { prizes: Prize[] };
  // board
  'board.frozen': { reason: string };
  'board.reveal_stepped': { teamId: string };
  'board.unfrozen': { reason: string };
  // claims (subject = claim id)
  'claim.drafted': { claimId: string; teamId: string; finding: FindingFields };
  'claim.revised': { claimId: string; finding: FindingFields };
  'claim.evidence_added': {
    claimId: string;
    evidenceId: string;
    kind: 'exploit' | 'impact' | 'other';
    name: string;
    size: number;
    sha256: string;
    mediaType: string;
  };
  'claim.submitted': { claimId: string; number: string; foundAt: number };
  'claim.withdrawn': { claimId: string };
  'claim.information_requested': { claimId: string; question: string };
  'claim.resubmitted': { claimId: string; reply: string };
  'claim.verified': { claimId: string; severity: Severity; note: string };
  'claim.verification_withdrawn': { claimId: string; supersedes: number };
  'claim.held': { claimId: string; accountId: string; until: number };
  'claim.released': { claimId: string };
  /** `alone`: changed by the judge who made it, there being no other who may judge the team. */
  'claim.decided': { claimId: string; decision: Decision; supersedes: number | null; alone?: true };
  'claim.decision_withdrawn': { claimId: string; supersedes: number };
  // score entries that no claim makes
  'score.adjusted': { teamId: string; points: number; reason: string; rule: 'breach' | 'correction' | 'bonus' };
  // grading of a defence team's ticket (subject = ticket id): percent 0–100 for every criterion of the rules
  'ticket.graded': {
    ticketId: string;
    teamId: string;
    marks: Record<string, number>;
    reason: string;
    supersedes: number | null;
  };
}

export interface Prize {
  /** nhất, nhì, ba, khuyến khích. */
  tier: 'first' | 'second' | 'third' | 'consolation';
  side: Side | 'overall';
  teamIds: string[];
  reason: string;
}
