/** What a team last sent and when; a null moment is a draft. */
export interface Sent {
  teamId: string | null;
  at: number | null;
}

export interface Silence {
  teamId: string;
  /** ms without a finding or a ticket. */
  ms: number;
  /** Nothing at all so far. */
  never: boolean;
}

/** Teams that have sent nothing for `least` ms, the longest silence first; before anything was sent, since the start of the drill clock. */
export function silentTeams(
  teamIds: readonly string[],
  sent: readonly Sent[],
  now: number,
  elapsedMs: number,
  least: number,
): Silence[] {
  return teamIds
    .map((teamId) => {
      const last = Math.max(0, ...sent.filter((one) => one.teamId === teamId).map((one) => one.at ?? 0));
      return last === 0 ? { teamId, ms: elapsedMs, never: true } : { teamId, ms: now - last, never: false };
    })
    .filter((one) => one.ms >= least)
    .sort((a, b) => b.ms - a.ms);
}
