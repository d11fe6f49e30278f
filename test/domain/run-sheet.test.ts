import { describe, expect, it } from 'vitest';
import {
  deliverInject,
  recallableFor,
  recallInject,
  restoreInject,
  shiftInjects,
  skipInject,
} from '#api/domain/drill/run-sheet.ts';
import { approved, drafted, fact, given, prepared, refused, started, T, team, types } from './drill-given.ts';

const inject = { injectId: 'i1', title: 'Cảnh báo', text: '…', teamIds: ['b1'] };
const live = [drafted, approved, prepared, team('b1', 'blue'), team('b2', 'blue'), started()];
const delivered = fact('drill.inject_delivered', inject, T + 1_000);
const recalled = fact('drill.inject_recalled', { injectId: 'i1', delivery: live.length + 1, teamIds: ['b1'] });
const skipped = fact('drill.inject_skipped', { injectId: 'i1' }, T + 5_000);
const before = given(drafted);

describe('delivering', () => {
  it('hands an inject to a team once', () => {
    expect(types(deliverInject(given(...live), inject))).toEqual(['drill.inject_delivered']);
    const handed = given(...live, delivered);
    expect(refused(deliverInject(handed, inject))).toBe('inject.delivered');
    expect(types(deliverInject(handed, { ...inject, teamIds: ['b2'] }))).toEqual(['drill.inject_delivered']);
    expect(refused(deliverInject(handed, { ...inject, teamIds: ['nobody'] }))).toBe('team.unknown');
    expect(refused(deliverInject(before, inject))).toBe('drill.wrong_phase');
  });

  it('may happen again after it was taken back, and takes it from the skipped', () => {
    expect(types(deliverInject(given(...live, delivered, recalled), inject))).toEqual(['drill.inject_delivered']);
    expect(given(...live, skipped, delivered).runSheet.skipped.size).toBe(0);
  });
});

describe('taking back', () => {
  it('names the last delivery that stands, with its teams', () => {
    const again = fact('drill.inject_delivered', { ...inject, teamIds: ['b2'] }, T + 2_000);
    const state = given(...live, delivered, again);
    expect(recallInject(state, 'i1', T + 3_000)).toMatchObject([
      { type: 'drill.inject_recalled', payload: { delivery: live.length + 2, teamIds: ['b2'] } },
    ]);
  });

  it('is possible for a minute, once', () => {
    const handed = given(...live, delivered);
    expect(types(recallInject(handed, 'i1', T + 1_000 + recallableFor))).toEqual(['drill.inject_recalled']);
    expect(refused(recallInject(handed, 'i1', T + 1_001 + recallableFor))).toBe('inject.recall_late');
    expect(refused(recallInject(given(...live, delivered, recalled), 'i1', T + 2_000))).toBe('not_found');
    expect(refused(recallInject(handed, 'another', T + 2_000))).toBe('not_found');
  });

  it('marks that delivery alone', () => {
    expect(given(...live, delivered, recalled).injects).toMatchObject([{ injectId: 'i1', recalledAt: T + 2_000 }]);
  });
});

describe('skipping', () => {
  it('leaves out what was not handed over, once, and puts it back', () => {
    expect(types(skipInject(given(...live), 'i1'))).toEqual(['drill.inject_skipped']);
    expect(refused(skipInject(given(...live, delivered), 'i1'))).toBe('inject.delivered');
    const without = given(...live, skipped);
    expect(refused(skipInject(without, 'i1'))).toBe('inject.skipped');
    expect([...without.runSheet.skipped]).toEqual([['i1', T + 5_000]]);
    expect(types(restoreInject(without, 'i1'))).toEqual(['drill.inject_restored']);
    expect(given(...live, skipped, fact('drill.inject_restored', { injectId: 'i1' })).runSheet.skipped.size).toBe(0);
    expect(refused(restoreInject(given(...live), 'i1'))).toBe('not_found');
    expect(refused(skipInject(before, 'i1'))).toBe('drill.wrong_phase');
  });

  it('is logged without its subject, which others may read', () => {
    expect(skipInject(given(...live), 'i1')).toMatchObject([{ subject: null }]);
  });
});

describe('shifting', () => {
  it('adds up, forward and back', () => {
    expect(types(shiftInjects(given(...live), 900_000))).toEqual(['drill.injects_shifted']);
    const by = (byMs: number) => fact('drill.injects_shifted', { byMs });
    expect(given(...live, by(900_000), by(900_000), by(-600_000)).runSheet.shiftMs).toBe(1_200_000);
    expect(refused(shiftInjects(before, 900_000))).toBe('drill.wrong_phase');
  });
});

it('a drill knows why it stands, as long as it stands', () => {
  const stands = [...live, fact('drill.paused', { reason: 'Mất điện' }, T + 9_000)];
  expect(given(...stands).pause).toEqual({ at: T + 9_000, reason: 'Mất điện' });
  expect(given(...stands, fact('drill.resumed', { reason: 'Có điện' })).pause).toBeNull();
  expect(given(...stands, fact('drill.ended', { reason: 'Thôi' })).pause).toBeNull();
});
