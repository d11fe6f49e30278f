import { claimQueue } from '../contract/claim-views.ts';
import type { Claim } from '../domain/drill/state.ts';
import { readDrill } from '../drills/load-drill.ts';
import { query } from '../kernel/query.ts';
import { claimLine, ownTeam } from './shape.ts';

export const readQueue = query({
  operation: claimQueue,
  run: async ({ params, actor, call }, kernel) => {
    const state = await readDrill(kernel, params.drill);
    const submitted = [...state.claims.values()].filter(
      (claim) => claim.submittedAt !== null && claim.status !== 'withdrawn',
    );
    const decided = submitted.filter((claim) => claim.decisions.length > 0);
    const waiting = submitted.filter((claim) => claim.decisions.length === 0).sort((a, b) => a.order - b.order);
    const judges = [...state.members.values()].filter((member) => member.role === 'judge');
    const isJudge = judges.some((member) => member.accountId === actor.id);
    const count = (status: Claim['status']) => waiting.filter((claim) => claim.status === status).length;
    return {
      items: waiting.map((claim) => ({
        ...claimLine(state, claim, call.at),
        waitingMs: call.at - (claim.submittedAt ?? call.at),
        mayDecide: isJudge && !ownTeam(state, claim.teamId, actor),
      })),
      counts: {
        submitted: count('submitted'),
        verified: count('verified'),
        needsInfo: count('needs_info'),
        decided: decided.length,
      },
      medianDecisionMs: median(decided.map((claim) => (claim.decisions[0]?.at ?? 0) - (claim.submittedAt ?? 0))),
      judges: judges.map(({ accountId, name }) => ({
        id: accountId,
        name,
        decided: decided.filter((claim) => claim.decisions.some((decision) => decision.by === accountId)).length,
        holds:
          waiting.find((claim) => claim.hold?.accountId === accountId && claim.hold.until > call.at)?.number ?? null,
      })),
    };
  },
});

/** The middle value, the lower one of two; null of none. */
function median(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null;
}
