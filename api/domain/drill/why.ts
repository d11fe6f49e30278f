import type { DrillState, ScoreEntry } from './state.ts';

/** One number of the board, explained: the rule, its version, the finding, the judge, the time, what it was made of. */
export interface Why {
  at: number;
  teamId: string;
  points: number;
  rule: ScoreEntry['rule'];
  claimId: string | null;
  claimNumber: string | null;
  ticketId: string | null;
  by: string;
  byName: string;
  inputs: Record<string, string | number>;
  reason: string;
}

/** Why a line of the ledger is what it is. */
export function why(state: DrillState, entry: ScoreEntry): Why {
  const { at, teamId, points, rule, claimId, ticketId, by, inputs, reason } = entry;
  const claimNumber = (claimId && state.claims.get(claimId)?.number) || null;
  return {
    at,
    teamId,
    points,
    rule,
    claimId,
    claimNumber,
    ticketId,
    by,
    byName: state.members.get(by)?.name ?? '',
    inputs,
    reason,
  };
}
