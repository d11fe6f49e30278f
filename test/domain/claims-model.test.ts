import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  correctClaim,
  decideClaim,
  holdClaim,
  releaseClaim,
  withdrawDecision,
} from '#api/domain/drill/claims-by-judges.ts';
import {
  draftClaim,
  replyToRequest,
  reviseClaim,
  submitClaim,
  withdrawClaim,
} from '#api/domain/drill/claims-of-team.ts';
import { requestInformation, verifyClaim, withdrawVerification } from '#api/domain/drill/claims-by-organisers.ts';
import type { ClaimStatus } from '#api/domain/drill/claim.ts';
import { applyDrill } from '#api/domain/drill/fold.ts';
import { recompute } from '#api/domain/drill/recompute.ts';
import type { Claim, DrillState } from '#api/domain/drill/state.ts';
import type { LoggedEvent, NewEvent } from '#api/domain/event.ts';
import { Refusal } from '#api/domain/refusal.ts';
import { accept, finding, judge, liveDrill, start } from './drill-log.ts';

type Act = (state: DrillState, claim: Claim, at: number) => readonly NewEvent[] | Refusal;

const rejected = { outcome: 'rejected', reason: 'không tái hiện được' } as const;
const acts: Record<string, Act> = {
  revise: (state, claim, at) => reviseClaim(state, claim, finding({ title: 'khác' }), at),
  submit: submitClaim,
  withdraw: (_, claim) => withdrawClaim(claim, false),
  ask: (_, claim) => requestInformation(claim, 'Ảnh?'),
  reply: (_, claim) => replyToRequest(claim, 'Đây.'),
  verify: (_, claim) => verifyClaim(claim, 'high', ''),
  unverify: (state, claim, at) => withdrawVerification(state, claim, judge(), at),
  hold: (state, claim, at) => holdClaim(state, claim, judge(), at),
  release: (state, claim, at) => releaseClaim(state, claim, judge(), at),
  accept: (state, claim, at) => decideClaim(state, claim, judge(), accept, at),
  rejectAsOther: (state, claim, at) => decideClaim(state, claim, judge('judge-2'), rejected, at),
  duplicate: (state, claim, at) =>
    decideClaim(state, claim, judge(), { ...accept, outcome: 'duplicate', of: 'c0' }, at),
  undo: (state, claim, at) => withdrawDecision(state, claim, judge(), at),
  correct: (state, claim) =>
    correctClaim(state, claim, judge('judge-2'), { ...rejected }, claim.decisions.at(-1)?.seq ?? 0),
  correctBack: (state, claim) =>
    correctClaim(
      state,
      claim,
      judge('judge-2'),
      { ...accept, severity: 'critical', reason: 'xem lại' },
      claim.decisions.at(-1)?.seq ?? 0,
    ),
};

/** Where a decision or a verification taken back may leave it. */
const undecided = ['submitted', 'needs_info', 'verified'] as const;

/** The only ways a claim may go. */
const steps: Record<ClaimStatus, readonly ClaimStatus[]> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['needs_info', 'verified', 'accepted', 'rejected', 'duplicate', 'withdrawn'],
  needs_info: ['submitted', 'verified', 'accepted', 'rejected', 'duplicate', 'withdrawn'],
  verified: ['submitted', 'needs_info', 'accepted', 'rejected', 'duplicate', 'withdrawn'],
  accepted: ['rejected', 'accepted', ...undecided],
  rejected: ['accepted', 'rejected', ...undecided],
  duplicate: ['accepted', 'rejected', ...undecided],
  withdrawn: [],
};

test('whatever is tried, in any order, a claim goes only its ways, earns once, and scores add up', () => {
  // Mostly what leads somewhere, and often at once: what follows upon two or three acts is then reached in every run of the test.
  const name = fc.oneof(
    fc.constantFrom(...Object.keys(acts)),
    fc.constantFrom('submit', 'verify', 'unverify', 'accept'),
  );
  const pause = fc.oneof(fc.constant(0), fc.nat(90_000));
  const tried = fc.array(fc.tuple(name, fc.nat(2), pause), { minLength: 10, maxLength: 60 });
  const seen = new Set<string>();
  fc.assert(
    fc.property(tried, (attempts) => {
      const log = liveDrill({ rules: { firstBloodPercent: 5 } });
      const state = log.state();
      let seq = log.seq;
      let at = start;
      const record = (events: readonly NewEvent[]) => {
        for (const event of events)
          applyDrill(state, {
            ...event,
            stream: 'drill:d1',
            seq: (seq += 1),
            actor: 'judge-1',
            at,
            occurredAt: at,
          } as LoggedEvent);
      };
      for (const [i, team] of ['red-1', 'red-2', 'red-3'].entries())
        record(draftClaim(state, `c${i}`, team, finding(), at) as NewEvent[]);
      for (const [name, i, pause] of attempts) {
        at += pause;
        const claim = state.claims.get(`c${i}`)!;
        const before = claim.status;
        const outcome = acts[name]!(state, claim, at);
        if (outcome instanceof Refusal) continue;
        record(outcome);
        seen.add(name);
        if (claim.status !== before) expect(steps[before], `${before} → ${claim.status}`).toContain(claim.status);
        const standing = state.ledger
          .filter((entry) => entry.claimId === claim.id)
          .reduce((sum, entry) => sum + entry.points, 0);
        expect(standing).toBe(claim.points + claim.bonus);
      }
      expect(recompute(state)).toEqual(state.scores);
    }),
    { numRuns: 3_000 },
  );
  expect([...seen].sort()).toEqual(Object.keys(acts).sort());
}, 60_000);
