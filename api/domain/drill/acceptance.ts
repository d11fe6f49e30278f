import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { memberDone } from './gate.ts';
import type { DrillState } from './state.ts';
import { sideOf } from './team.ts';

const asked = ['rules_accepted', 'pledge_signed'] as const;

/**
 * Whoever plays acts only after he has accepted the Nội quy that stands and signed the pledge, also when he was seated after the start;
 * what a named person let pass at the start gate is passed here too. Null = he may act.
 */
export function refuseUnaccepted(state: DrillState, accountId: string): Refusal | null {
  const member = state.members.get(accountId);
  if (!member || sideOf(member.role) === null) return null;
  const missing = asked.filter(
    (item) =>
      !memberDone(state, member, item) &&
      !state.gate.some((record) => record.item === item && record.targetId === accountId),
  );
  return missing.length === 0 ? null : refuse('rules.not_accepted', { missing });
}
