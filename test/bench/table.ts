export interface Row {
  what: string;
  ours: string;
  /** What the same machine does at most, measured in the same run. */
  ceiling?: string;
  ratio?: number;
  target: string;
  met: boolean | null;
}

export const rows: Row[] = [];

export function report(row: Row): void {
  rows.push(row);
  const ratio = row.ratio === undefined ? '' : ` = ${(row.ratio * 100).toFixed(0)} %`;
  const met = row.met === null ? '' : row.met ? ' ✓' : ' ✗';
  process.stdout.write(
    `${row.what}: ${row.ours}${row.ceiling ? ` of ${row.ceiling}` : ''}${ratio} (target ${row.target})${met}\n`,
  );
}

export const perSecond = (n: number) => `${Math.round(n).toLocaleString('en')}/s`;
export const ms = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`;

export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? NaN;
}

export function printTable(): void {
  const lines = rows.map(
    ({ what, ours, ceiling = '', ratio, target, met }) =>
      `| ${what} | ${ours} | ${ceiling} | ${ratio === undefined ? '' : `${(ratio * 100).toFixed(0)} %`} | ${target} | ${met === null ? '' : met ? 'yes' : 'no'} |`,
  );
  process.stdout.write(
    `\n| what | measured | ceiling | ratio | target | met |\n|---|---|---|---|---|---|\n${lines.join('\n')}\n`,
  );
}
