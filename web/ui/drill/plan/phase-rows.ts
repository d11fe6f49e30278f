import type { PhasePlan } from '#api/domain/drill/plan.ts';

/** A phase as it is edited: minutes as typed. */
export interface PhaseRow {
  id: string;
  kind: PhasePlan['kind'];
  title: string;
  start: string;
  length: string;
}

const minute = 60_000;

/** What a whole number of minutes is; NaN for anything else, which the form check refuses at its field. */
const toMs = (typed: string) => (/^\d+$/.test(typed.trim()) ? Number(typed) * minute : NaN);

export const phasesFrom = (phases: readonly PhasePlan[]): PhaseRow[] =>
  phases.map(({ id, kind, title, startsAfterMs, durationMs }) => ({
    id,
    kind,
    title,
    start: String(Math.round(startsAfterMs / minute)),
    length: String(Math.round(durationMs / minute)),
  }));

export const phasesTo = (rows: readonly PhaseRow[]): PhasePlan[] =>
  rows.map(({ id, kind, title, start, length }) => ({
    id,
    kind,
    title,
    startsAfterMs: toMs(start),
    durationMs: toMs(length),
  }));

/** A phase after the last one, with an id that no other has. */
export function nextRow(rows: readonly PhaseRow[]): PhaseRow {
  const taken = new Set(rows.map((row) => row.id));
  let n = rows.length + 1;
  while (taken.has(`phase-${n}`)) n++;
  const last = rows.at(-1);
  const start = last ? Number(last.start) + Number(last.length) : 0;
  return { id: `phase-${n}`, kind: last?.kind ?? 'live', title: '', start: String(start || 0), length: '60' };
}
