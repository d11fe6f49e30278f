import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '#api/domain/drill/claim.ts';
import { applyDrill, initialDrill } from '#api/domain/drill/fold.ts';
import { recompute } from '#api/domain/drill/recompute.ts';
import { suggestedRules } from '#api/domain/drill/rules.ts';
import { priceClaim, priceTicket, roundHalfUp } from '#api/domain/drill/scoring.ts';
import type { DrillState } from '#api/domain/drill/state.ts';
import { why } from '#api/domain/drill/why.ts';
import { accept, hour, liveDrill, minute, start, submitted } from './drill-log.ts';
import { randomHistory } from './drill-history.ts';

const points = (state: DrillState, teamId: string) => state.scores.get(teamId)?.points;

describe('points of a decision', () => {
  test.each<[string, Decision, number, number]>([
    ['accepted, one criterion', accept, 0, 6_000],
    ['two more criteria add 10 % each', { ...accept, impacts: ['data', 'users', 'resources'] }, 0, 7_200],
    ['no criterion at all costs nothing', { ...accept, impacts: [] }, 0, 6_000],
    ['no evidence of impact halves', { ...accept, impactEvidence: false }, 0, 3_000],
    ['a duplicate within the window earns half', { ...accept, outcome: 'duplicate', of: 'x' }, hour, 3_000],
    ['a duplicate after the window earns nothing', { ...accept, outcome: 'duplicate', of: 'x' }, hour + 1, 0],
    [
      'all at once, rounded once',
      {
        ...accept,
        severity: 'medium',
        impacts: ['data', 'users'],
        impactEvidence: false,
        outcome: 'duplicate',
        of: 'x',
      },
      0,
      688,
    ],
    ['rejected', { outcome: 'rejected', reason: 'không tái hiện được' }, 0, 0],
  ])('%s', (_, decision, laterByMs, expected) => {
    expect(priceClaim(suggestedRules, decision, laterByMs).points).toBe(expected);
  });

  test.each([
    [5, 10, 1],
    [4, 10, 0],
    [15, 10, 2],
    [-5, 10, 0],
    [-6, 10, -1],
    [0, 7, 0],
  ])('%d/%d rounds half up to %d', (n, d, expected) => {
    expect(roundHalfUp(n, d)).toBe(expected);
  });

  test('a ticket earns its marks by criterion', () => {
    expect(priceTicket(suggestedRules, { detection: 100, timeliness: 50, response: 33 }).points).toBe(
      3_000 + 1_000 + 825,
    );
  });
});

describe('the ledger', () => {
  test('a correction reverses and writes anew; nothing is changed', () => {
    const log = submitted(liveDrill(), 'c1', 'red-1').add(
      'claim.decided',
      { claimId: 'c1', decision: accept, supersedes: null },
      { actor: 'judge-1' },
    );
    const before = structuredClone(log.state().ledger);
    log.add(
      'claim.decided',
      { claimId: 'c1', decision: { ...accept, severity: 'critical', reason: 'xem lại' }, supersedes: log.seq },
      { actor: 'judge-2' },
    );
    const state = log.state();
    expect(state.ledger.slice(0, before.length)).toEqual(before);
    expect(state.ledger.map((entry) => [entry.rule, entry.points])).toEqual([
      ['claim', 6_000],
      ['reversal', -6_000],
      ['claim', 10_000],
    ]);
    expect(points(state, 'red-1')).toBe(10_000);
    expect(state.scores.get('red-1')?.counts).toEqual({ critical: 1, high: 0, medium: 0, low: 0 });
  });

  test('penalty, bonus and grade enter the total; a new grade replaces the old', () => {
    const log = liveDrill()
      .add('score.adjusted', { teamId: 'red-1', points: -2_000, reason: 'quét ngoài phạm vi', rule: 'breach' })
      .add('ticket.graded', {
        ticketId: 'k1',
        teamId: 'blue-1',
        marks: { detection: 100 },
        reason: '',
        supersedes: null,
      })
      .add('ticket.graded', {
        ticketId: 'k1',
        teamId: 'blue-1',
        marks: { detection: 50 },
        reason: 'chấm lại',
        supersedes: 9,
      });
    expect(points(log.state(), 'red-1')).toBe(-2_000);
    expect(points(log.state(), 'blue-1')).toBe(1_500);
  });

  test('each number answers why', () => {
    const log = submitted(liveDrill(), 'c1', 'red-1').add(
      'claim.decided',
      { claimId: 'c1', decision: accept, supersedes: null },
      { actor: 'judge-1' },
    );
    const state = log.state();
    expect(why(state, state.ledger[0]!)).toMatchObject({
      rule: 'claim',
      points: 6_000,
      claimNumber: 'PH-0001',
      byName: 'Giám khảo judge-1',
      inputs: {
        rulesVersion: 'suggested-1',
        severity: 'high',
        base: 6_000,
        impactPercent: 100,
        evidencePercent: 100,
        sharePercent: 100,
      },
    });
  });
});

describe('first blood', () => {
  const rules = { firstBloodPercent: 5 };
  const decide = (
    log: ReturnType<typeof liveDrill>,
    claimId: string,
    decision: Decision,
    supersedes: number | null = null,
  ) => log.add('claim.decided', { claimId, decision, supersedes }, { actor: 'judge-1' });
  const rejected: Decision = { outcome: 'rejected', reason: 'không đúng' };

  test('is withheld while an earlier claim on the target is undecided, given when that one falls', () => {
    const log = submitted(submitted(liveDrill({ rules }), 'c1', 'red-1'), 'c2', 'red-2');
    expect(decide(log, 'c2', accept).state().firstBloods.size).toBe(0);
    const state = decide(log, 'c1', rejected).state();
    expect(state.firstBloods.get('t1')).toBe('c2');
    expect(points(state, 'red-2')).toBe(6_300);
  });

  test('is given when the earlier claim is withdrawn', () => {
    const log = decide(submitted(submitted(liveDrill({ rules }), 'c1', 'red-1'), 'c2', 'red-2'), 'c2', accept);
    log.add('claim.withdrawn', { claimId: 'c1' }, { actor: 'red-1' });
    expect(log.state().firstBloods.get('t1')).toBe('c2');
  });

  test('moves when a correction lets an earlier claim stand', () => {
    const log = submitted(submitted(liveDrill({ rules }), 'c1', 'red-1'), 'c2', 'red-2');
    decide(decide(log, 'c1', rejected), 'c2', accept);
    const state = decide(log, 'c1', { ...accept, reason: 'chấm lại' }, 1).state();
    expect(state.firstBloods.get('t1')).toBe('c1');
    expect(points(state, 'red-1')).toBe(6_300);
    expect(points(state, 'red-2')).toBe(6_000);
    expect(state.scores.get('red-2')?.firstBloods).toBe(0);
  });

  test('is counted for each target apart', () => {
    const log = submitted(submitted(liveDrill({ rules }), 'c1', 'red-1'), 'c2', 'red-2', { targetId: 't2' });
    expect(decide(log, 'c2', accept).state().firstBloods.get('t2')).toBe('c2');
  });
});

describe('running scores', () => {
  test('equal full recomputation and the sum of the ledger, on any history', () => {
    fc.assert(
      fc.property(randomHistory({ length: 120 }), (log) => {
        const state = log.state();
        expect(recompute(state)).toEqual(state.scores);
        for (const [teamId, score] of state.scores)
          expect(
            state.ledger.filter((entry) => entry.teamId === teamId).reduce((sum, entry) => sum + entry.points, 0),
          ).toBe(score.points);
      }),
      { numRuns: 300 },
    );
  });

  test('hold on 100,000 events', () => {
    const log = liveDrill({ rules: { firstBloodPercent: 5 }, reds: Array.from({ length: 30 }, (_, i) => `red-${i}`) });
    let at = start;
    for (let i = 0; log.events.length < 100_000; i += 1) {
      at += 100;
      const [claimId, teamId] = [`c${i}`, `red-${i % 30}`];
      const payload = {
        targetId: i % 3 ? 't1' : 't2',
        title: 'x',
        endpoint: '',
        techniqueId: null,
        severity: 'high',
        impacts: [],
        foundAt: at,
        description: 'x',
        fixNow: '',
        fixLong: '',
      } as const;
      log.add('claim.drafted', { claimId, teamId, finding: { ...payload, impacts: [] } }, { at });
      log.add('claim.submitted', { claimId, number: `PH-${i}`, foundAt: at }, { at });
      log.add('claim.verified', { claimId, severity: 'high', note: '' }, { at });
      const decision: Decision =
        i % 7 === 0
          ? { outcome: 'rejected', reason: 'x' }
          : i % 11 === 0 && i > 0
            ? { ...accept, outcome: 'duplicate', of: `c${i - 1}` }
            : accept;
      log.add('claim.decided', { claimId, decision, supersedes: null }, { at });
    }
    const state = log.events.reduce(applyDrill, initialDrill('d1'));
    expect(recompute(state)).toEqual(state.scores);
    expect(state.at - start).toBeLessThan(24 * hour + minute);
  });
});
