import type { Row, Series } from './view.ts';

/** More lines than this nobody can tell apart from the last row. */
const few = 6;

export interface TimelineLine {
  teamId: string;
  name: string;
  points: number;
  /** `M0,100H12V40…` in a field of 100 × 100. */
  path: string;
  /** Height of its label, percent from the top; labels do not cover each other. */
  label: number;
}

/** Steps of the first teams as lines over drill time, from the start to `untilMs`. */
export function timeline(series: Series, rows: readonly Row[], untilMs: number, gap = 14) {
  const chosen = rows.slice(0, few).flatMap((row) => series.lines.filter((line) => line.teamId === row.teamId));
  const values = chosen.flatMap((line) => line.steps.map((step) => step.points));
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)];
  const x = (ms: number) => round((Math.min(ms, untilMs) / Math.max(1, untilMs)) * 100);
  const y = (points: number) => round(100 - ((points - low) / (high - low)) * 100);
  const lines = chosen.map((line): TimelineLine => {
    const steps = line.steps.filter((step) => step.elapsedMs <= untilMs);
    const points = steps.at(-1)?.points ?? 0;
    const path = steps.map((step) => `H${x(step.elapsedMs)}V${y(step.points)}`).join('');
    return {
      teamId: line.teamId,
      name: line.name,
      points,
      path: `M0,${y(0)}${path}H100`,
      label: y(points),
    };
  });
  spread(lines, gap);
  return { lines, high, low };
}

/** Pushes labels apart from the top down, then back up from the foot: each within 0 to 100, `gap` from the next. */
function spread(lines: TimelineLine[], gap: number): void {
  const ordered = lines.toSorted((a, b) => a.label - b.label);
  ordered.forEach((line, i) => {
    const above = ordered[i - 1];
    if (above) line.label = Math.max(line.label, above.label + gap);
  });
  let floor = 100;
  for (const line of ordered.toReversed()) {
    line.label = round(Math.min(line.label, floor));
    floor = line.label - gap;
  }
}

const round = (n: number) => Math.round(n * 100) / 100;
