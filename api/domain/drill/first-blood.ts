import type { LoggedEvent } from '../event.ts';
import { book, countedSeverity, priceFirstBlood, scoreOf } from './scoring.ts';
import type { Claim, DrillState } from './state.ts';

/** A newly submitted claim takes its place in the line of its target. */
export function enterQueue(state: DrillState, claim: Claim): void {
  const queue = state.queues.get(claim.finding.targetId) ?? { claimIds: [], next: 0 };
  queue.claimIds.push(claim.id);
  state.queues.set(claim.finding.targetId, queue);
}

/** A corrected claim may stand again before those it had let pass. */
export function returnToQueue(state: DrillState, claim: Claim): void {
  const queue = state.queues.get(claim.finding.targetId);
  if (!queue) return;
  const place = queue.claimIds.indexOf(claim.id);
  if (place >= 0) queue.next = Math.min(queue.next, place);
}

/**
 * Gives first blood on a target to the earliest submitted claim that was accepted, and withholds it while an earlier one is undecided
 * (the rule of DOMjudge's first-to-solve). Reassignment writes a reversal and a new line. Each claim is passed over once.
 */
export function settleFirstBlood(state: DrillState, event: LoggedEvent, targetId: string): void {
  const queue = state.queues.get(targetId);
  if (!queue) return;
  let first = state.claims.get(queue.claimIds[queue.next] ?? '');
  while (first && cannotHold(first)) {
    queue.next += 1;
    first = state.claims.get(queue.claimIds[queue.next] ?? '');
  }
  const severity = first && countedSeverity(first);
  const holder = severity ? first : undefined;
  const bonus = severity ? priceFirstBlood(state.rules, severity) : 0;

  const before = state.claims.get(state.firstBloods.get(targetId) ?? '');
  if (before === holder && (!holder || holder.bonus === bonus)) return;
  if (before) {
    move(state, event, before, -before.bonus, 'reversal');
    scoreOf(state, before.teamId).firstBloods -= 1;
    before.bonus = 0;
    state.firstBloods.delete(targetId);
  }
  if (holder) {
    holder.bonus = bonus;
    scoreOf(state, holder.teamId).firstBloods += 1;
    state.firstBloods.set(targetId, holder.id);
    move(state, event, holder, bonus, 'first_blood');
  }
}

/** What no longer stands in the way of those behind it. */
export function cannotHold(claim: Claim): boolean {
  return claim.status === 'rejected' || claim.status === 'duplicate' || claim.status === 'withdrawn';
}

function move(
  state: DrillState,
  event: LoggedEvent,
  claim: Claim,
  points: number,
  rule: 'first_blood' | 'reversal',
): void {
  if (points === 0) return;
  const { version, firstBloodPercent } = state.rules;
  book(state, event, {
    teamId: claim.teamId,
    points,
    rule,
    claimId: claim.id,
    ticketId: null,
    reason: '',
    inputs:
      rule === 'reversal'
        ? { reversed: 'first_blood' }
        : { rulesVersion: version, firstBloodPercent, targetId: claim.finding.targetId },
  });
}
