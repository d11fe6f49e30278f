import type { DrillState } from './state.ts';

/** A ticket on the same target, noticed within this long after a finding was made, counts as its detection (ms). Ours, a working rule. */
export const detectionWindowMs = 4 * 3_600_000;

export interface Detection {
  /** Recognised findings. */
  recognised: number;
  /** Of them, those the defence noticed; null while there is nothing to notice. */
  detectedPercent: number | null;
  /** Median time from a finding to the first ticket about its target, in whole minutes. */
  medianMinutes: number | null;
}

/** How much of what was recognised the defence has noticed, and how soon. */
export function detection(state: DrillState): Detection {
  const delays: number[] = [];
  let recognised = 0;
  const tickets = [...state.tickets.values()].filter(
    (ticket) => ticket.targetId !== null && ticket.status !== 'cancelled',
  );
  for (const { status, finding } of state.claims.values()) {
    if (status !== 'accepted') continue;
    recognised += 1;
    const waits = tickets
      .filter((ticket) => ticket.targetId === finding.targetId)
      .map((ticket) => ticket.detectedAt - finding.foundAt);
    const first = Math.min(...waits.filter((wait) => wait >= 0 && wait <= detectionWindowMs));
    if (Number.isFinite(first)) delays.push(first);
  }
  const middle = delays.sort((a, b) => a - b)[Math.floor((delays.length - 1) / 2)];
  return {
    recognised,
    detectedPercent: recognised === 0 ? null : Math.round((delays.length * 100) / recognised),
    medianMinutes: middle === undefined ? null : Math.round(middle / 60_000),
  };
}
