import { describe, expect, test } from 'vitest';
import { proposePrizes, publishResults, undecided } from '#api/domain/drill/results.ts';
import { Refusal } from '#api/domain/refusal.ts';
import type { Prize } from '#api/domain/drill/events.ts';
import { accept, liveDrill, submitted } from './drill-log.ts';

describe('the prize list', () => {
  test('shared ranks share a prize, the next rank is skipped, nothing for no points', () => {
    const state = liveDrill({ reds: ['a', 'b', 'c', 'd', 'e', 'f'] }).state();
    Object.entries({ a: 50, b: 40, c: 40, d: 30, e: 20, f: 0 }).forEach(
      ([id, points]) => (state.scores.get(id)!.points = points),
    );
    expect(proposePrizes(state).map((prize) => [prize.tier, prize.teamIds])).toEqual([
      ['first', ['a']],
      ['second', ['b', 'c']],
      ['consolation', ['d']],
      ['consolation', ['e']],
    ]);
  });

  const prize: Prize = { tier: 'first', side: 'red', teamIds: ['red-1'], reason: '' };
  const codes = (result: ReturnType<typeof publishResults>) =>
    result instanceof Refusal
      ? [result.code, ...result.issues.map((issue) => issue.code)]
      : result.map((event) => event.type);

  test('is published when every claim is decided', () => {
    const log = submitted(liveDrill(), 'c1', 'red-1');
    expect(undecided(log.state())).toBe(1);
    expect(codes(publishResults(log.state(), [prize], false))).toEqual(['results.claims_open']);
    log.add('claim.decided', { claimId: 'c1', decision: accept, supersedes: null });
    expect(codes(publishResults(log.state(), [prize], false))).toEqual(['drill.published']);
  });
  test('unfreezes a frozen board', () => {
    expect(codes(publishResults(liveDrill().state(), [prize], true))).toEqual(['board.unfrozen', 'drill.published']);
  });
  test('names teams of the drill, each once a side', () => {
    expect(codes(publishResults(liveDrill().state(), [{ ...prize, teamIds: ['x'] }], false))).toEqual([
      'request.invalid',
      'results.team_unknown',
    ]);
    expect(codes(publishResults(liveDrill().state(), [prize, { ...prize, tier: 'second' }], false))).toEqual([
      'request.invalid',
      'results.team_twice',
    ]);
  });
});
