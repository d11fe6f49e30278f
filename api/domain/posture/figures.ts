/** A list behind a number: its kind and its filters. */
export interface ListLink {
  key: 'systems' | 'incidents' | 'remediations';
  query: Record<string, string>;
}

/** n of N with the list behind n. `n` null = chưa có dữ liệu, which is not zero; `of` null = a plain count. */
export interface Figure {
  n: number | null;
  of: number | null;
  list: ListLink | null;
}

/** Middle duration (ms) of `of` cases; null = no data. */
export interface Median {
  ms: number | null;
  of: number;
}

/** Fewer cases than this are shown but not ranked. Ours, not a rule of law. */
export const leastRanked = 5;

export function countOf(n: number, list: ListLink): Figure {
  return { n, of: null, list };
}

/** A share: of nothing there is no data. */
export function shareOf(n: number, of: number, list: ListLink | null): Figure {
  return of === 0 ? { n: null, of: null, list: null } : { n, of, list };
}

/** The middle value; of an even number of cases the mean of the two, rounded down to whole ms. */
export function medianOf(values: readonly number[]): Median {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  return { ms: upper === undefined || lower === undefined ? null : Math.floor((lower + upper) / 2), of: sorted.length };
}

/** Whether units may be compared by this figure. */
export function mayRank({ of }: Figure): boolean {
  return of !== null && of >= leastRanked;
}
