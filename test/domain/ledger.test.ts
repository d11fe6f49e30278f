import { describe, expect, it } from 'vitest';
import { boardClock, boardRows, happenings } from '#api/domain/drill/board.ts';
import type { Decision } from '#api/domain/drill/claim.ts';
import { recompute } from '#api/domain/drill/recompute.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import type { TeamScore } from '#api/domain/drill/state.ts';
import type { Log } from './drill-log.ts';
import { accept, hour, liveDrill, minute, start, submitted } from './drill-log.ts';

const rejected: Decision = { outcome: 'rejected', reason: 'không tái hiện được' };
const critical: Decision = { ...accept, severity: 'critical' };
const second = (of: string): Decision => ({ ...accept, outcome: 'duplicate', of, reason: 'trùng' });

/** A finding of a team submitted at a time. */
function found(log: Log, claimId: string, teamId: string, at: number, targetId = 't1'): Log {
  submitted(log, claimId, teamId, { targetId });
  log.events.at(-1)!.at = at;
  return log;
}
const decide = (log: Log, claimId: string, decision: Decision, at = start + 5 * hour) =>
  log.add('claim.decided', { claimId, decision, supersedes: null }, { actor: 'judge-1', at, subject: claimId });
const withdraw = (log: Log, claimId: string) =>
  log.add('claim.decision_withdrawn', { claimId, supersedes: 1 }, { actor: 'judge-1', subject: claimId });
const grade = (log: Log, ticketId: string, detection: number, at: number, teamId = 'blue-1') =>
  log.add(
    'ticket.graded',
    { ticketId, teamId, marks: { detection }, reason: 'vì thế', supersedes: null },
    { actor: 'judge-1', at, subject: ticketId },
  );
const lines = (log: Log) => log.state().ledger.map(({ rule, points, inputs }) => [rule, points, inputs]);

/** The score of a team; what runs along must be what is worked out anew. */
function score(log: Log, teamId: string): TeamScore {
  const state = log.state();
  expect(recompute(state).get(teamId)).toEqual(state.scores.get(teamId));
  return state.scores.get(teamId)!;
}

const priced = { rulesVersion: suggestedRules.version, severity: 'high', base: 6_000, impacts: 1 };
const whole = { ...priced, impactPercent: 100, evidencePercent: 100, sharePercent: 100 };

describe('a line of the ledger says what it was made of', () => {
  it('an accepted finding, and its reversal', () => {
    const log = decide(found(liveDrill(), 'c1', 'red-1', start), 'c1', accept);
    expect(lines(log)).toEqual([['claim', 6_000, whole]]);
    decide(log, 'c1', rejected);
    expect(lines(log).slice(1)).toEqual([['reversal', -6_000, { reversed: 'claim' }]]);
    expect(log.state().ledger.at(-1)).toMatchObject({ claimId: 'c1', ticketId: null, reason: rejected.reason });
    expect(score(log, 'red-1')).toMatchObject({ points: 0, counts: { high: 0 }, lastScoreAt: null });
  });

  it('a second finder: of whom, how much later, within the window or after it', () => {
    const log = found(found(liveDrill(), 'c1', 'red-1', start), 'c2', 'red-2', start + hour);
    found(log, 'c3', 'red-3', start + hour + 1);
    for (const id of ['c2', 'c3']) decide(log, id, second('c1'));
    expect(lines(log)).toEqual([
      ['duplicate', 3_000, { ...whole, sharePercent: 50, of: 'c1', laterByMs: hour }],
      ['duplicate', 0, { ...whole, sharePercent: 0, of: 'c1', laterByMs: hour + 1 }],
    ]);
    expect(score(log, 'red-2')).toMatchObject({ points: 3_000, counts: { high: 0 }, lastScoreAt: start + hour });
    expect(score(log, 'red-3')).toMatchObject({ points: 0, lastScoreAt: null });
  });

  it('a second finder who was earlier, or of a finding nobody knows, is not later at all', () => {
    const log = found(found(liveDrill(), 'c1', 'red-1', start + hour), 'c2', 'red-2', start);
    decide(decide(log, 'c2', second('c1')), 'c1', second('unknown'));
    expect(lines(log).map(([, points, inputs]) => [points, (inputs as { laterByMs: number }).laterByMs])).toEqual([
      [3_000, 0],
      [3_000, 0],
    ]);
    expect([score(log, 'red-1').points, score(log, 'red-2').points]).toEqual([3_000, 3_000]);
  });

  it('a rejection writes none', () => {
    const log = decide(found(liveDrill(), 'c1', 'red-1', start), 'c1', rejected);
    expect(lines(log)).toEqual([]);
    expect(score(log, 'red-1').points).toBe(0);
  });

  it('a grade, and the reversal before the next one; a grade of nothing is not reversed', () => {
    const log = grade(grade(grade(liveDrill(), 'k1', 0, start), 'k1', 100, start + 1), 'k1', 50, start + 2);
    expect(lines(log).map(([rule, points]) => [rule, points])).toEqual([
      ['ticket', 0],
      ['ticket', 3_000],
      ['reversal', -3_000],
      ['ticket', 1_500],
    ]);
    const [, , reversal, last] = log.state().ledger;
    expect(reversal).toMatchObject({ claimId: null, ticketId: 'k1', inputs: { reversed: 'ticket' }, reason: 'vì thế' });
    expect(last?.inputs).toMatchObject({ rulesVersion: suggestedRules.version, detection: 1_500, timeliness: 0 });
    expect(score(log, 'blue-1')).toMatchObject({ points: 1_500, lastScoreAt: start + 2 });
  });

  it('first blood, and its reversal when another turns out to have been first', () => {
    const log = liveDrill({ rules: { firstBloodPercent: 5 } });
    decide(found(found(log, 'c1', 'red-1', start), 'c2', 'red-2', start + 1), 'c1', rejected);
    decide(log, 'c2', accept);
    expect(lines(log).at(-1)).toEqual([
      'first_blood',
      300,
      { rulesVersion: suggestedRules.version, firstBloodPercent: 5, targetId: 't1' },
    ]);
    expect(log.state().ledger.at(-1)).toMatchObject({ claimId: 'c2', ticketId: null, reason: '' });
    decide(log, 'c1', accept);
    expect(lines(log).slice(-2)).toEqual([
      ['reversal', -300, { reversed: 'first_blood' }],
      ['first_blood', 300, expect.objectContaining({ targetId: 't1' })],
    ]);
    expect([score(log, 'red-1').firstBloods, score(log, 'red-2').firstBloods]).toEqual([1, 0]);
    // Worth more or less than before, it is written anew for the same team.
    decide(log, 'c1', critical);
    expect(lines(log).slice(-2)).toEqual([
      ['reversal', -300, { reversed: 'first_blood' }],
      ['first_blood', 500, expect.anything()],
    ]);
    expect(log.state().ledger.length).toBe(decide(log, 'c1', critical).state().ledger.length - 2);
    expect(score(log, 'red-1').points).toBe(10_500);
  });

  it('a second finding on a target is not first, whoever it was second to', () => {
    const log = liveDrill({ rules: { firstBloodPercent: 5 } });
    found(found(log, 'c1', 'red-1', start), 'c2', 'red-2', start + 1);
    decide(decide(log, 'c1', second('c2')), 'c2', accept);
    expect([score(log, 'red-1').firstBloods, score(log, 'red-2').firstBloods]).toEqual([0, 1]);
  });

  it.each(['breach', 'bonus', 'correction'] as const)('points by hand (%s) enter the total', (rule) => {
    const log = liveDrill().add('score.adjusted', { teamId: 'red-1', points: -700, reason: 'x', rule });
    expect(score(log, 'red-1').points).toBe(-700);
  });
});

describe('the times by which a tie is broken', () => {
  it('are those of submission, the first critical and the last that scored', () => {
    const log = found(
      found(found(liveDrill(), 'c1', 'red-1', start + 1), 'c2', 'red-1', start + 2),
      'c3',
      'red-1',
      start + 3,
    );
    decide(decide(decide(log, 'c2', critical), 'c1', critical), 'c3', accept);
    expect(score(log, 'red-1')).toMatchObject({ earliestCriticalAt: start + 1, lastScoreAt: start + 3 });
    expect(score(log, 'red-1').counts).toEqual({ critical: 2, high: 1, medium: 0, low: 0 });
  });

  it('do not depend on the order in which judges decide', () => {
    const log = found(found(liveDrill(), 'c1', 'red-1', start + 9), 'c2', 'red-1', start + 1);
    found(log, 'c3', 'red-1', start + 3);
    for (const id of ['c1', 'c2', 'c3']) decide(log, id, critical);
    expect(score(log, 'red-1')).toMatchObject({ earliestCriticalAt: start + 1, lastScoreAt: start + 9 });
    expect(score(decide(log, 'c2', rejected), 'red-1')).toMatchObject({
      earliestCriticalAt: start + 3,
      lastScoreAt: start + 9,
    });
  });

  it('are looked up anew when a critical finding is none any more, or what scored scores no more', () => {
    const log = liveDrill();
    for (const [i, id] of ['c1', 'c2', 'c3'].entries()) found(log, id, 'red-1', start + i);
    found(log, 'c4', 'red-2', start + 9);
    for (const id of ['c1', 'c2', 'c3', 'c4']) decide(log, id, critical);
    expect(score(decide(log, 'c1', accept), 'red-1')).toMatchObject({
      earliestCriticalAt: start + 1,
      lastScoreAt: start + 2,
    });
    expect(score(decide(log, 'c3', rejected), 'red-1')).toMatchObject({
      earliestCriticalAt: start + 1,
      lastScoreAt: start + 1,
    });
    expect(score(decide(log, 'c2', { ...accept, severity: 'low' }), 'red-1')).toMatchObject({
      earliestCriticalAt: null,
    });
    expect(score(log, 'red-2')).toMatchObject({ earliestCriticalAt: start + 9, lastScoreAt: start + 9 });
  });

  it('go with the one decision that is taken back', () => {
    const log = found(found(liveDrill(), 'c1', 'red-1', start), 'c2', 'red-1', start + 1);
    withdraw(decide(decide(log, 'c1', critical), 'c2', critical), 'c1');
    expect(lines(log).at(-1)).toEqual(['reversal', -10_000, { reversed: 'claim' }]);
    expect(log.state().ledger.at(-1)?.reason).toBe('');
    expect(log.state().claims.get('c1')).toMatchObject({ points: 0, decisions: [] });
    expect(score(log, 'red-1')).toMatchObject({
      points: 10_000,
      earliestCriticalAt: start + 1,
      counts: { critical: 1 },
    });
    expect(score(withdraw(log, 'c2'), 'red-1')).toMatchObject({ earliestCriticalAt: null, lastScoreAt: null });
  });

  it('of the defence are those of its grades that are worth something', () => {
    const log = grade(grade(liveDrill({ blues: ['blue-1', 'blue-2'] }), 'k1', 100, start + 1), 'k2', 100, start + 2);
    grade(log, 'k3', 0, start + 3);
    expect(score(log, 'blue-1').lastScoreAt).toBe(start + 2);
    grade(log, 'k9', 100, start + 4, 'blue-2');
    expect(score(grade(log, 'k2', 0, start + 5), 'blue-1').lastScoreAt).toBe(start + 1);
    expect(score(grade(log, 'k1', 0, start + 6), 'blue-1').lastScoreAt).toBeNull();
    expect(score(log, 'blue-2').lastScoreAt).toBe(start + 4);
    // A ticket that turns out to be another team’s takes its points and its time along.
    grade(log, 'k9', 100, start + 7);
    expect([score(log, 'blue-1').lastScoreAt, score(log, 'blue-2').lastScoreAt]).toEqual([start + 7, null]);
  });
});

describe('the board', () => {
  it('feeds what moved points, newest first, twenty lines at the most, no line of nothing and no reversal', () => {
    const log = grade(decide(found(liveDrill(), 'c1', 'red-1', start), 'c1', accept, start + 1), 'k1', 0, start + 2);
    decide(log, 'c1', { ...accept, severity: 'low' }, start + 3);
    grade(log, 'k2', 100, start + 4);
    expect(happenings(log.state())).toEqual([
      { at: start + 4, teamId: 'blue-1', rule: 'ticket', severity: null, points: 3_000 },
      { at: start + 3, teamId: 'red-1', rule: 'claim', severity: 'low', points: 1_000 },
      { at: start + 1, teamId: 'red-1', rule: 'claim', severity: 'high', points: 6_000 },
    ]);
    for (let i = 0; i < 25; i += 1)
      log.add('score.adjusted', { teamId: 'red-1', points: i + 1, reason: 'x', rule: 'bonus' });
    expect(happenings(log.state()).map(({ points }) => points)).toEqual(Array.from({ length: 20 }, (_, i) => 25 - i));
  });

  it('shows places won and lost in the quarter of an hour before its last movement', () => {
    const log = liveDrill().add(
      'score.adjusted',
      { teamId: 'red-1', points: 1, reason: 'x', rule: 'bonus' },
      { at: start + hour },
    );
    const deltas = () => boardRows(log.state()).map(({ teamId, delta }) => [teamId, delta]);
    const later = (at: number) =>
      log.add('score.adjusted', { teamId: 'red-2', points: 5, reason: 'x', rule: 'bonus' }, { at });
    later(start + hour + 15 * minute);
    expect(deltas().slice(0, 2)).toEqual([
      ['red-2', 1],
      ['red-1', -1],
    ]);
    later(start + hour + 20 * minute);
    expect(deltas()[0]).toEqual(['red-2', 1]);
    later(start + 2 * hour);
    expect(deltas().slice(0, 2)).toEqual([
      ['red-2', 0],
      ['red-1', 0],
    ]);
  });

  it('counts findings by severity and first ones, in rows of its own', () => {
    const state = decide(found(liveDrill(), 'c1', 'red-1', start), 'c1', accept).state();
    const [first] = boardRows(state);
    expect(first).toMatchObject({
      teamId: 'red-1',
      counts: { critical: 0, high: 1, medium: 0, low: 0 },
      firstBloods: 1,
    });
    first!.counts.high = 9;
    expect(state.scores.get('red-1')?.counts.high).toBe(1);
  });

  it('has a clock that never shows less than nothing', () => {
    const state = liveDrill({ freezeAfterMs: 6 * hour }).state();
    expect(boardClock(state, start + 7 * hour)).toEqual({
      running: true,
      asOf: start + 7 * hour,
      elapsedMs: 7 * hour,
      remainingMs: 5 * hour,
      endsAt: start + 12 * hour,
      phase: null,
      frozenSince: start + 6 * hour,
    });
    expect(boardClock(state, start + 20 * hour).remainingMs).toBe(0);
  });

  it('names the phase the clock is in', () => {
    const log = liveDrill();
    const [first] = log.events;
    const phase = { id: 'p1', kind: 'live', title: 'Giai đoạn 1', startsAfterMs: 0, durationMs: 2 * hour };
    Object.assign(first!.payload, { phases: [phase] });
    expect(boardClock(log.state(), start + hour).phase).toBe('Giai đoạn 1');
  });
});
