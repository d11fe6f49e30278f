import { describe, expect, test } from 'vitest';
import { adjustScore, gradeTicket } from '#api/domain/drill/scores-by-hand.ts';
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
  targetsFor,
  withdrawClaim,
} from '#api/domain/drill/claims-of-team.ts';
import { requestInformation, verifyClaim, withdrawVerification } from '#api/domain/drill/claims-by-organisers.ts';
import { undoFor } from '#api/domain/drill/claim.ts';
import type { NewEvent } from '#api/domain/event.ts';
import { Refusal } from '#api/domain/refusal.ts';
import type { Claim, DrillState } from '#api/domain/drill/state.ts';
import type { Log } from './drill-log.ts';
import { accept, finding, hour, judge, liveDrill, minute, start, submitted } from './drill-log.ts';

const at = start + hour;
const rejected = { outcome: 'rejected', reason: 'không tái hiện được' } as const;

/** given(log).when(rule) → types of events, or the code of the refusal with the faults of fields. */
function given(log: Log, claimId = 'c1') {
  const state = log.state();
  return (rule: (state: DrillState, claim: Claim) => readonly NewEvent[] | Refusal) => {
    const result = rule(state, state.claims.get(claimId)!);
    if (!(result instanceof Refusal)) return result.map((event) => event.type).join(' ');
    return [result.code, ...result.issues.map((issue) => `${issue.path.join('.')}:${issue.code}`)].join(' ');
  };
}
const drafted = (change = {}) =>
  liveDrill().add('claim.drafted', { claimId: 'c1', teamId: 'red-1', finding: finding(change) });
const sent = () => submitted(liveDrill(), 'c1', 'red-1');
const decided = (log = sent()) =>
  log.add('claim.decided', { claimId: 'c1', decision: accept, supersedes: null }, { actor: 'judge-1' });

describe('a team', () => {
  test('may begin with next to nothing', () => {
    const empty = finding({ title: '', description: '', targetId: '', severity: 'unknown' });
    expect(given(liveDrill())((state) => draftClaim(state, 'c1', 'red-1', empty, at))).toBe('claim.drafted');
  });
  test('submits with title, target, severity and description', () => {
    expect(given(drafted())((state, claim) => submitClaim(state, claim, at))).toBe('claim.submitted');
    expect(given(drafted({ title: '', description: '' }))((state, claim) => submitClaim(state, claim, at))).toBe(
      'request.invalid title:required description:required',
    );
  });
  test('submits once', () =>
    expect(given(sent())((state, claim) => submitClaim(state, claim, at))).toBe('claim.not_draft'));
  test('numbers its findings by itself, whatever the others file', () => {
    const alone = liveDrill();
    const crowded = submitted(submitted(liveDrill(), 'x1', 'red-2'), 'x2', 'red-2');
    for (const log of [alone, crowded]) {
      const state = log.state();
      const draft = { id: 'c1', teamId: 'red-1', status: 'draft', finding: finding() } as const;
      const [event] = submitClaim(state, draft, at) as NewEvent<'claim.submitted'>[];
      expect(event?.payload.number).toBe('PH-1-001');
    }
    const second = submitClaim(
      submitted(alone, 'c0', 'red-1').state(),
      { id: 'c1', teamId: 'red-1', status: 'draft', finding: finding() },
      at,
    ) as NewEvent<'claim.submitted'>[];
    expect(second[0]?.payload.number).toBe('PH-1-002');
  });
  test('knows no target before the organisers reveal them', () => {
    expect(given(liveDrill())((state) => draftClaim(state, 'c1', 'red-1', finding(), start - 1))).toBe(
      'request.invalid targetId:claim.target_unknown',
    );
    const state = liveDrill().state();
    expect([
      targetsFor(state, { side: 'red', targetIds: [] }, start - 1),
      targetsFor(state, { side: 'blue', targetIds: [] }, start - 1),
    ]).toEqual([[], ['t1', 't2']]);
  });
  test('reports only on its targets', () => {
    const log = liveDrill().add('team.changed', { teamId: 'red-1', name: 'x', organisationIds: [], targetIds: ['t2'] });
    expect(given(log)((state) => draftClaim(state, 'c1', 'red-1', finding(), at))).toBe(
      'request.invalid targetId:claim.target_unknown',
    );
  });
  test('finds nothing in the future', () => {
    expect(
      given(liveDrill())((state) => draftClaim(state, 'c1', 'red-1', finding({ foundAt: at + 6 * minute }), at)),
    ).toBe('request.invalid foundAt:claim.found_in_future');
  });
  test('changes a finding as a draft or when asked, and then not its target', () => {
    expect(given(drafted())((state, claim) => reviseClaim(state, claim, finding({ targetId: 't2' }), at))).toBe(
      'claim.revised',
    );
    expect(given(sent())((state, claim) => reviseClaim(state, claim, finding(), at))).toBe('claim.not_open');
    const asked = sent().add('claim.information_requested', { claimId: 'c1', question: 'Ảnh?' });
    expect(given(asked)((state, claim) => reviseClaim(state, claim, finding({ title: 'khác' }), at))).toBe(
      'claim.revised',
    );
    expect(given(asked)((state, claim) => reviseClaim(state, claim, finding({ targetId: 't2' }), at))).toBe(
      'request.invalid targetId:claim.target_fixed',
    );
  });
  test('answers what it was asked, and stands where it stood', () => {
    const asked = sent()
      .add('claim.verified', { claimId: 'c1', severity: 'high', note: '' })
      .add('claim.information_requested', { claimId: 'c1', question: 'Ảnh?' });
    expect(asked.state().claims.get('c1')!.status).toBe('needs_info');
    expect(given(asked)((_, claim) => replyToRequest(claim, 'Đã bổ sung.'))).toBe('claim.resubmitted');
    asked.add('claim.resubmitted', { claimId: 'c1', reply: 'Đã bổ sung.' });
    expect(asked.state().claims.get('c1')).toMatchObject({
      status: 'verified',
      exchanges: [{ question: 'Ảnh?', reply: 'Đã bổ sung.' }],
    });
    expect(given(asked)((_, claim) => replyToRequest(claim, 'x'))).toBe('claim.not_asked');
  });
  test('withdraws what is undecided; while frozen only a draft', () => {
    expect(given(sent())((_, claim) => withdrawClaim(claim, false))).toBe('claim.withdrawn');
    expect(given(decided())((_, claim) => withdrawClaim(claim, false))).toBe('claim.already_decided');
    expect(given(sent())((_, claim) => withdrawClaim(claim, true))).toBe('claim.frozen');
    expect(given(drafted())((_, claim) => withdrawClaim(claim, true))).toBe('claim.withdrawn');
  });
});

describe('the organisers', () => {
  test('verify and ask while undecided', () => {
    expect(given(sent())((_, claim) => verifyClaim(claim, 'high', ''))).toBe('claim.verified');
    expect(given(sent())((_, claim) => requestInformation(claim, 'Ảnh?'))).toBe('claim.information_requested');
    expect(given(drafted())((_, claim) => verifyClaim(claim, 'high', ''))).toBe('claim.not_submitted');
    expect(given(decided())((_, claim) => requestInformation(claim, 'Ảnh?'))).toBe('claim.already_decided');
  });
  test('take points for a breach, give a bonus, never the other way round', () => {
    const adjust = (points: number, rule: 'breach' | 'bonus' | 'correction') =>
      given(liveDrill())((state) => adjustScore(state, judge('control-1'), 'red-1', points, rule, 'lý do'));
    expect([adjust(-100, 'breach'), adjust(100, 'bonus'), adjust(-1, 'correction')]).toEqual([
      'score.adjusted',
      'score.adjusted',
      'score.adjusted',
    ]);
    expect([adjust(100, 'breach'), adjust(-100, 'bonus'), adjust(0, 'correction')]).toEqual([
      'request.invalid points:score.breach_sign',
      'request.invalid points:score.bonus_sign',
      'request.invalid points:score.correction_sign',
    ]);
  });
});

describe('a judge', () => {
  test('decides once; the second is told who was first', () => {
    expect(given(sent())((state, claim) => decideClaim(state, claim, judge(), accept, at))).toBe('claim.decided');
    const refusal = decideClaim(
      decided().state(),
      decided().state().claims.get('c1')!,
      judge('judge-2'),
      accept,
      at,
    ) as Refusal;
    expect([refusal.code, refusal.params]).toEqual([
      'claim.already_decided',
      { status: 'accepted', name: 'Giám khảo judge-1' },
    ]);
  });
  test('holds a claim for two minutes', () => {
    const held = sent().add(
      'claim.held',
      { claimId: 'c1', accountId: 'judge-1', until: at + 2 * minute },
      { actor: 'judge-1' },
    );
    const decide = (id: string, when: number) =>
      given(held)((state, claim) => decideClaim(state, claim, judge(id), accept, when));
    expect([decide('judge-1', at), decide('judge-2', at), decide('judge-2', at + 2 * minute)]).toEqual([
      'claim.decided',
      'claim.held_by',
      'claim.decided',
    ]);
    expect(given(held)((state, claim) => holdClaim(state, claim, judge('judge-2'), at))).toBe('claim.held_by');
    expect(given(held)((state, claim) => releaseClaim(state, claim, judge('judge-2'), at))).toBe('claim.held_by');
    expect(given(held)((state, claim) => releaseClaim(state, claim, judge('judge-1'), at))).toBe('claim.released');
  });
  test('never decides for his own organisation', () => {
    const own = judge('judge-1', ['org-red-1']);
    expect(given(sent())((state, claim) => decideClaim(state, claim, own, accept, at))).toBe('claim.own_organisation');
    expect(given(sent())((state, claim) => holdClaim(state, claim, own, at))).toBe('claim.own_organisation');
    expect(
      given(decided())((state, claim) =>
        correctClaim(state, claim, own, { ...accept, reason: 'x' }, claim.decisions[0]!.seq),
      ),
    ).toBe('claim.own_organisation');
    expect(given(liveDrill())((state) => adjustScore(state, own, 'red-1', -1, 'breach', 'x'))).toBe(
      'claim.own_organisation',
    );
    expect(
      given(liveDrill())((state) => gradeTicket(state, judge('j', ['org-blue-1']), 'k1', 'blue-1', {}, '', null)),
    ).toBe('claim.own_organisation');
  });
  test('never decides for a team that lists no organisation but has a member of his', () => {
    const log = sent()
      .add('team.changed', { teamId: 'red-1', name: 'x', organisationIds: [], targetIds: [] })
      .add('drill.seat_given', {
        accountId: 'red-member',
        name: 'x',
        role: 'red',
        teamId: 'red-1',
        captain: false,
        organisationId: 'org-x',
      });
    const decide = (organisation: string) =>
      given(log)((state, claim) => decideClaim(state, claim, judge('judge-1', [organisation]), accept, at));
    expect([decide('org-x'), decide('org-y')]).toEqual(['claim.own_organisation', 'claim.decided']);
  });
  test('does not change his own award while another judge may', () => {
    const correct = (log: Log) =>
      correctClaim(
        log.state(),
        log.state().claims.get('c1')!,
        judge(),
        { ...accept, reason: 'nhầm' },
        log.state().claims.get('c1')!.decisions[0]!.seq,
      );
    expect(correct(decided())).toMatchObject({ code: 'claim.second_judge' });
    const without = (log: Log) =>
      log.add('drill.seat_taken_away', { accountId: 'judge-2', role: 'judge', reason: 'x' });
    expect(correct(without(decided()))).toMatchObject([{ payload: { alone: true } }]);
    const conflicted = decided().add('drill.seat_given', {
      accountId: 'judge-2',
      name: 'x',
      role: 'judge',
      teamId: null,
      captain: false,
      organisationId: 'org-red-1',
    });
    expect(correct(conflicted)).toMatchObject([{ payload: { alone: true } }]);
  });
  test('takes a slip back at once, by himself, while nothing rests on it', () => {
    const withdraw = (log: Log, who = 'judge-1', after = undoFor) =>
      given(log)((state, claim) => withdrawDecision(state, claim, judge(who), (claim.decisions[0]?.at ?? 0) + after));
    expect([
      withdraw(sent()),
      withdraw(decided()),
      withdraw(decided(), 'judge-1', undoFor + 1),
      withdraw(decided(), 'judge-2'),
    ]).toEqual(['claim.not_decided', 'claim.decision_withdrawn', 'claim.undo_late', 'claim.decided_by_other']);
    const rested = submitted(decided(), 'c2', 'red-2').add('claim.decided', {
      claimId: 'c2',
      decision: { ...accept, outcome: 'duplicate', of: 'c1' },
      supersedes: null,
    });
    expect(withdraw(rested, 'judge-1', 0)).toBe('claim.decision_used');
    const seq = decided().seq;
    const corrected = decided().add(
      'claim.decided',
      { claimId: 'c1', decision: rejected, supersedes: seq },
      { actor: 'judge-1' },
    );
    expect(withdraw(corrected, 'judge-1', 0)).toBe('claim.decision_used');
  });
  test('decides upon a verification, which then is not taken back; nor is another’s, nor a late one', () => {
    const verified = (log = sent(), actor = 'btc-1') =>
      log.add('claim.verified', { claimId: 'c1', severity: 'high', note: '' }, { actor });
    const undo = (log: Log, who = 'btc-1', after = undoFor) =>
      given(log)((state, claim) =>
        withdrawVerification(state, claim, judge(who), (claim.provisional?.at ?? 0) + after),
      );
    expect([
      undo(sent()),
      undo(verified()),
      undo(verified(), 'btc-1', undoFor + 1),
      undo(verified(), 'btc-2', 0),
      undo(decided(verified()), 'btc-1', 0),
    ]).toEqual([
      'claim.not_verified',
      'claim.verification_withdrawn',
      'claim.verification_late',
      'claim.verified_by_other',
      'claim.already_decided',
    ]);
  });
  test('finds the finding as it was before a verification that was taken back', () => {
    const add = (log: Log, severity: 'high' | 'low') =>
      log.add('claim.verified', { claimId: 'c1', severity, note: '' }, { actor: 'btc-1' });
    const back = (log: Log) => log.add('claim.verification_withdrawn', { claimId: 'c1', supersedes: log.seq });
    expect(back(add(sent(), 'high')).state().claims).toEqual(sent().state().claims);
    expect(back(add(add(sent(), 'high'), 'low')).state().claims).toEqual(add(sent(), 'high').state().claims);
    const asked = () => sent().add('claim.information_requested', { claimId: 'c1', question: '?' });
    expect(back(add(asked(), 'high')).state().claims.get('c1')?.status).toBe('needs_info');
  });
  test('leaves no trace in the scores of what he took back', () => {
    const verified = () =>
      submitted(liveDrill({ rules: { firstBloodPercent: 5 } }), 'c1', 'red-1').add('claim.verified', {
        claimId: 'c1',
        severity: 'high',
        note: '',
      });
    const given = verified().state();
    const after = decided(verified());
    after.add('claim.decision_withdrawn', { claimId: 'c1', supersedes: after.seq }, { actor: 'judge-1' });
    const state = after.state();
    expect(state.claims).toEqual(given.claims);
    expect(state.scores).toEqual(given.scores);
    expect(state.firstBloods).toEqual(given.firstBloods);
    expect(state.ledger.map(({ rule }) => rule)).toEqual(['claim', 'first_blood', 'reversal', 'reversal']);
  });
  test('gives a reason for a rejection', () => {
    expect(given(sent())((state, claim) => decideClaim(state, claim, judge(), rejected, at))).toBe('claim.decided');
    expect(given(sent())((state, claim) => decideClaim(state, claim, judge(), { ...rejected, reason: '' }, at))).toBe(
      'request.invalid reason:required',
    );
  });
  test('calls a duplicate only of an earlier accepted finding on the same target', () => {
    const log = submitted(submitted(decided(), 'c2', 'red-2'), 'c3', 'red-3', { targetId: 't2' });
    const duplicate = (claimId: string, of: string) =>
      given(
        log,
        claimId,
      )((state, claim) => decideClaim(state, claim, judge(), { ...accept, outcome: 'duplicate', of }, at));
    expect([
      duplicate('c2', 'c1'),
      duplicate('c3', 'c1'),
      duplicate('c2', 'c3'),
      duplicate('c2', 'c2'),
      duplicate('c2', 'nothing'),
    ]).toEqual(['claim.decided', ...Array(4).fill('request.invalid of:claim.original_unfit')]);
  });
  test('corrects by naming the decision replaced, with a reason', () => {
    const seq = decided().seq;
    const correct = (supersedes: number, reason: string) =>
      given(decided())((state, claim) =>
        correctClaim(state, claim, judge('judge-2'), { ...rejected, reason }, supersedes),
      );
    expect([correct(seq, 'nhầm'), correct(seq - 1, 'nhầm'), correct(seq, '')]).toEqual([
      'claim.decided',
      'conflict.stale',
      'request.invalid reason:required',
    ]);
    expect(given(sent())((state, claim) => correctClaim(state, claim, judge(), rejected, 1))).toBe('claim.not_decided');
  });
  test('grades a ticket by criteria of the rules; again only by naming the grade replaced', () => {
    const grade = (log: Log, marks: Record<string, number>, supersedes: number | null, reason = 'x') =>
      given(log)((state) => gradeTicket(state, judge(), 'k1', 'blue-1', marks, reason, supersedes));
    const graded = () =>
      liveDrill().add('ticket.graded', {
        ticketId: 'k1',
        teamId: 'blue-1',
        marks: { detection: 50 },
        reason: '',
        supersedes: null,
      });
    expect([
      grade(liveDrill(), { detection: 80 }, null),
      grade(liveDrill(), { beauty: 1 }, null),
      grade(graded(), { detection: 80 }, null),
      grade(graded(), { detection: 80 }, graded().seq),
      grade(graded(), { detection: 80 }, graded().seq, ''),
    ]).toEqual([
      'ticket.graded',
      'request.invalid marks.beauty:ticket.criterion_unknown',
      'ticket.already_graded',
      'ticket.graded',
      'request.invalid reason:required',
    ]);
  });
});
