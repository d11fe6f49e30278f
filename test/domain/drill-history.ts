import fc from 'fast-check';
import { impactCriteria } from '#api/domain/drill/claim.ts';
import type { Decision } from '#api/domain/drill/claim.ts';
import type { Log } from './drill-log.ts';
import { finding, hour, liveDrill, start } from './drill-log.ts';

const teams = ['red-1', 'red-2', 'red-3'];
const decision = (count: number): fc.Arbitrary<Decision> => {
  const graded = {
    severity: fc.constantFrom('critical', 'high', 'medium', 'low'),
    impacts: fc.subarray([...impactCriteria]),
    impactEvidence: fc.boolean(),
    reason: fc.constant('vì thế'),
  } as const;
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ outcome: fc.constant('accepted' as const), ...graded }) },
    { weight: 2, arbitrary: fc.constant({ outcome: 'rejected' as const, reason: 'không tái hiện được' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        outcome: fc.constant('duplicate' as const),
        of: fc.nat(Math.max(0, count - 1)).map((i) => `c${i}`),
        ...graded,
      }),
    },
  );
};

type Step = (log: Log, at: number) => void;
const claims = 20;
const anyClaim = fc.nat(claims - 1).map((i) => `c${i}`);

/** What teams do. A claim is drafted once, submitted once. */
const playing: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(anyClaim, fc.constantFrom(...teams), fc.constantFrom('t1', 't2'))
    .map(([claimId, teamId, targetId]): Step => (log, at) => {
      const known = log.state().claims.get(claimId);
      if (!known)
        log.add(
          'claim.drafted',
          { claimId, teamId, finding: finding({ targetId }) },
          { actor: teamId, at, subject: claimId },
        );
      else if (known.status === 'draft')
        log.add(
          'claim.submitted',
          { claimId, number: `PH-${claimId}`, foundAt: start },
          { actor: known.teamId, at, subject: claimId },
        );
    }),
);

/** What judges and organisers do; legal at any time they do it. */
export const adjudicating: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(anyClaim, decision(claims)).map(([claimId, made]): Step => (log, at) => {
      const claim = log.state().claims.get(claimId);
      if (!claim || claim.submittedAt === null || claim.status === 'withdrawn') return;
      if (made.outcome === 'duplicate' && made.of === claimId) return;
      log.add(
        'claim.decided',
        { claimId, decision: made, supersedes: claim.decisions.at(-1)?.seq ?? null },
        { actor: 'judge-1', at, subject: claimId },
      );
    }),
  },
  {
    weight: 1,
    arbitrary: anyClaim.map((claimId): Step => (log, at) => {
      const decisions = log.state().claims.get(claimId)?.decisions ?? [];
      const [first] = decisions;
      if (first && decisions.length === 1)
        log.add(
          'claim.decision_withdrawn',
          { claimId, supersedes: first.seq },
          { actor: 'judge-1', at, subject: claimId },
        );
    }),
  },
  {
    weight: 1,
    arbitrary: anyClaim.map((claimId): Step => (log, at) => {
      if (log.state().claims.get(claimId)?.submittedAt)
        log.add('claim.verified', { claimId, severity: 'high', note: '' }, { at, subject: claimId });
    }),
  },
  {
    weight: 1,
    arbitrary: anyClaim.map((claimId): Step => (log, at) => {
      const claim = log.state().claims.get(claimId);
      if (claim?.provisional && claim.decisions.length === 0)
        log.add(
          'claim.verification_withdrawn',
          { claimId, supersedes: claim.provisional.seq },
          { at, subject: claimId },
        );
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...teams), fc.integer({ min: -9_999, max: 9_999 }))
      .map(([teamId, points]): Step => (log, at) => {
        log.add('score.adjusted', { teamId, points, reason: 'x', rule: 'correction' }, { at, subject: teamId });
      }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom('k1', 'k2'), fc.nat(100)).map(([ticketId, mark]): Step => (log, at) => {
      const supersedes = log.state().grades.get(ticketId)?.seq ?? null;
      log.add(
        'ticket.graded',
        { ticketId, teamId: 'blue-1', marks: { detection: mark }, reason: 'x', supersedes },
        { actor: 'judge-1', at, subject: ticketId },
      );
    }),
  },
);

const withdrawing: fc.Arbitrary<Step> = anyClaim.map((claimId): Step => (log, at) => {
  const claim = log.state().claims.get(claimId);
  if (claim && claim.decisions.length === 0 && claim.status !== 'withdrawn')
    log.add('claim.withdrawn', { claimId }, { actor: claim.teamId, at, subject: claimId });
});

/** What the organisers do in public. */
const conducting: fc.Arbitrary<Step> = fc
  .constantFrom('announce', 'withdraw', 'extend', 'undo')
  .map((act): Step => (log, at) => {
    const { announcements, extensions } = log.state();
    const said = announcements.findLast(({ withdrawn }) => !withdrawn);
    const last = extensions.at(-1);
    if (act === 'announce')
      log.add('drill.announced', { text: 'Thông báo', audience: 'hall', mustRead: false }, { at });
    else if (act === 'extend') log.add('drill.extended', { byMs: hour, reason: 'x' }, { at });
    else if (act === 'withdraw' && said)
      log.add('drill.announcement_withdrawn', { announcement: said.seq, audience: 'hall', reason: 'x' }, { at });
    else if (act === 'undo' && last)
      log.add('drill.extension_withdrawn', { extension: last.seq, byMs: last.byMs, reason: 'x' }, { at });
  });

export interface HistoryOptions {
  length: number;
  freezeAfterMs?: number;
  /** Everything after this instant is what only judges do. */
  adjudicationFrom?: number;
}

/** Logs of a live drill in which teams and judges do anything the rules allow. */
export function randomHistory({ length }: HistoryOptions): fc.Arbitrary<Log> {
  return fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: playing },
        { weight: 4, arbitrary: adjudicating },
        { weight: 1, arbitrary: withdrawing },
      ),
      { maxLength: length },
    )
    .map((steps) => {
      const log = liveDrill({ rules: { firstBloodPercent: 5 } });
      steps.forEach((step, i) => step(log, start + i * 61_000));
      return log;
    });
}

export interface Twins {
  /** Two logs that agree in everything but what judges do after `freezeAt`. */
  one: Log;
  other: Log;
  freezeAt: number;
}

/** Pairs of logs that differ only in adjudication after the freeze, with what organisers and teams do in between kept the same. */
export function frozenTwins(): fc.Arbitrary<Twins> {
  const late = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.tuple(fc.constant('judge' as const), adjudicating, adjudicating) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('control' as const), conducting) },
    ),
    { maxLength: 25 },
  );
  return fc
    .tuple(
      fc.array(fc.oneof(playing, adjudicating), { minLength: 20, maxLength: 60 }),
      late,
      fc.boolean(),
      fc.boolean(),
    )
    .map(([early, after, byHand, idle]) => {
      const freezeAfterMs = 6 * hour;
      const freezeAt = start + freezeAfterMs;
      const make = (pick: 1 | 2) => {
        const log = liveDrill({ rules: { firstBloodPercent: 5 }, freezeAfterMs: byHand ? null : freezeAfterMs });
        early.forEach((step, i) => step(log, start + i * 61_000));
        if (byHand) log.add('board.frozen', { reason: 'x' }, { at: freezeAt });
        after.forEach((step, i) => {
          const at = freezeAt + (i + 1) * 7_000;
          if (step[0] === 'control') step[1](log, at);
          else if (pick === 1 || !idle) step[pick](log, at);
        });
        return log;
      };
      return { one: make(1), other: make(2), freezeAt };
    });
}
