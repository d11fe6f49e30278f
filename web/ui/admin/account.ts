import type { accountRead } from '#api/contract/people.ts';
import type { OutputOf } from '#api/contract/operation.ts';

export type Account = OutputOf<typeof accountRead>;

/** Refusals shown where the act is; the wish for a fresh password is the step-up's own. */
export const refusals = <T>(act: { problem: { code: string } | null; summary: readonly T[] }): readonly T[] =>
  act.problem?.code === 'session.step_up' ? [] : act.summary;
