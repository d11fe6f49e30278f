import type { Figure, Posture } from './links.ts';

export const codes = ['K01', 'K03', 'K04', 'K08', 'K09', 'K11', 'K13', 'K17'] as const;
export type Code = (typeof codes)[number];

/** The figure behind each indicator. */
export const figureOf = (code: Code, figures: Posture['figures']): Figure =>
  ({
    K01: figures.approved,
    K03: figures.planFull,
    K04: figures.assessed,
    K08: figures.drilled,
    K09: figures.onTime,
    K11: figures.closed,
    K13: figures.retested,
    K17: figures.contactsFresh,
  })[code];
