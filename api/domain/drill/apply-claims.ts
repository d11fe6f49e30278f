import type { EventType, LoggedEvent } from '../event.ts';
import { enterQueue, returnToQueue, settleFirstBlood } from './first-blood.ts';
import { book, scoreOf, settleClaim, settleTicket, unsettleClaim } from './scoring.ts';
import type { Claim, DrillState } from './state.ts';

type Handlers = { [T in EventType]?: (state: DrillState, event: LoggedEvent<T>) => void };

const handlers: Handlers = {
  'team.formed': (state, { payload }) => void scoreOf(state, payload.teamId),

  'claim.drafted': (state, { payload, at, actor }) => {
    state.claims.set(payload.claimId, {
      id: payload.claimId,
      number: '',
      teamId: payload.teamId,
      author: actor,
      status: 'draft',
      finding: payload.finding,
      revision: 0,
      evidence: [],
      draftedAt: at,
      submittedAt: null,
      provisional: null,
      question: null,
      exchanges: [],
      hold: null,
      decisions: [],
      order: 0,
      points: 0,
      bonus: 0,
    });
  },
  'claim.revised': (state, { payload }) =>
    about(state, payload.claimId, (claim) => {
      claim.finding = payload.finding;
      claim.revision += 1;
    }),
  'claim.evidence_added': (state, { payload }) =>
    about(state, payload.claimId, (claim) => {
      const { evidenceId, kind, name, size, sha256, mediaType } = payload;
      claim.evidence.push({ id: evidenceId, kind, name, size, sha256, mediaType });
    }),
  'claim.submitted': (state, { payload, at }) =>
    about(state, payload.claimId, (claim) => {
      state.claimCount += 1;
      claim.order = state.claimCount;
      state.filed.set(claim.teamId, (state.filed.get(claim.teamId) ?? 0) + 1);
      claim.number = payload.number;
      claim.submittedAt = at;
      claim.status = 'submitted';
      claim.finding = { ...claim.finding, foundAt: payload.foundAt };
      enterQueue(state, claim);
    }),
  'claim.withdrawn': (state, event) =>
    about(state, event.payload.claimId, (claim) => {
      claim.status = 'withdrawn';
      claim.question = null;
      claim.hold = null;
      settleFirstBlood(state, event, claim.finding.targetId);
    }),
  'claim.information_requested': (state, { payload, at, actor }) =>
    about(state, payload.claimId, (claim) => {
      claim.question = payload.question;
      claim.exchanges.push({ at, by: actor, question: payload.question, reply: null, repliedAt: null });
      claim.hold = null;
      claim.status = standing(claim);
    }),
  'claim.resubmitted': (state, { payload, at }) =>
    about(state, payload.claimId, (claim) => {
      const open = claim.exchanges.at(-1);
      if (open) claim.exchanges[claim.exchanges.length - 1] = { ...open, reply: payload.reply, repliedAt: at };
      claim.question = null;
      claim.status = standing(claim);
    }),
  'claim.verified': (state, { seq, payload, at, actor }) =>
    about(state, payload.claimId, (claim) => {
      claim.provisional = { seq, severity: payload.severity, by: actor, at, before: claim.provisional };
      claim.status = standing(claim);
    }),
  'claim.verification_withdrawn': (state, { payload }) =>
    about(state, payload.claimId, (claim) => {
      claim.provisional = claim.provisional?.before ?? null;
      claim.status = standing(claim);
    }),
  'claim.held': (state, { payload }) =>
    about(state, payload.claimId, (claim) => {
      claim.hold = { accountId: payload.accountId, until: payload.until };
    }),
  'claim.released': (state, { payload }) =>
    about(state, payload.claimId, (claim) => {
      claim.hold = null;
    }),
  'claim.decided': (state, event) =>
    about(state, event.payload.claimId, (claim) => {
      const { seq, at, actor, payload } = event;
      claim.decisions.push({ seq, at, by: actor, alone: payload.alone ?? false, decision: payload.decision });
      claim.hold = null;
      claim.status = standing(claim);
      settleClaim(state, event, claim, payload.decision);
      if (claim.decisions.length > 1) returnToQueue(state, claim);
      settleFirstBlood(state, event, claim.finding.targetId);
    }),
  'claim.decision_withdrawn': (state, event) =>
    about(state, event.payload.claimId, (claim) => {
      unsettleClaim(state, event, claim);
      claim.status = standing(claim);
      returnToQueue(state, claim);
      settleFirstBlood(state, event, claim.finding.targetId);
    }),

  'score.adjusted': (state, event) => {
    const { teamId, points, reason, rule } = event.payload;
    book(state, event, {
      teamId,
      points,
      rule,
      claimId: null,
      ticketId: null,
      inputs: { rulesVersion: state.rules.version },
      reason,
    });
  },
  'ticket.graded': settleTicket,
};

/** Where a submitted claim stands, by what is known about it. The same rule makes the status a team may see while the board is frozen. */
export function standing(
  claim: Pick<Claim, 'status' | 'submittedAt' | 'decisions' | 'question' | 'provisional'>,
): Claim['status'] {
  if (claim.status === 'withdrawn') return 'withdrawn';
  if (claim.submittedAt === null) return 'draft';
  const last = claim.decisions.at(-1);
  if (last) return last.decision.outcome;
  if (claim.question !== null) return 'needs_info';
  return claim.provisional ? 'verified' : 'submitted';
}

/** Brings claims, grades and the score ledger forward by one event. Work per event does not grow with the history, corrections apart. */
export function applyClaims(state: DrillState, event: LoggedEvent): void {
  const handle = handlers[event.type] as ((state: DrillState, event: LoggedEvent) => void) | undefined;
  handle?.(state, event);
}

function about(state: DrillState, claimId: string, change: (claim: Claim) => void): void {
  const claim = state.claims.get(claimId);
  if (claim) change(claim);
}
