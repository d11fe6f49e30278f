import type { resultsRead } from '#api/contract/results.ts';
import type { OutputOf } from '#api/contract/operation.ts';

export type Results = OutputOf<typeof resultsRead>;
export type PrizeView = Results['prizes'][number];

export const tiers = ['first', 'second', 'third', 'consolation'] as const;
export const prizeSides = ['red', 'blue', 'overall'] as const;
