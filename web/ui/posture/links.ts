import type { postureRead } from '#api/contract/posture.ts';
import type { OutputOf } from '#api/contract/operation.ts';

export type Posture = OutputOf<typeof postureRead>;
export type Figure = Posture['figures']['systems'];

/** The page of the list behind a figure; null when there is none. */
export function listHref({ list }: Pick<Figure, 'list'>): string | null {
  if (!list) return null;
  const { organisation = '', ...query } = list.query;
  if (list.key === 'incidents') return `/incidents?${new URLSearchParams(list.query)}`;
  const text = new URLSearchParams(query).toString();
  return `/posture/${organisation}/${list.key}${text && `?${text}`}`;
}

/** n as a share of N, 0 to 1; null without data. */
export const shareOf = ({ n, of }: Pick<Figure, 'n' | 'of'>): number | null => (n === null || !of ? null : n / of);
