import { describe, expect, it } from 'vitest';
import type { EventPayloads } from '#api/domain/event.ts';
import { checklist, missing, overrideItem, recordItem, withdrawItem } from '#api/domain/drill/gate.ts';
import { gateItems } from '#api/domain/drill/plan.ts';
import type { GateItem } from '#api/domain/drill/plan.ts';
import { start } from '#api/domain/drill/life.ts';
import {
  approved,
  drafted,
  fact,
  given,
  phases,
  plan,
  prepared,
  refused,
  seat,
  target,
  team,
  types,
} from './drill-given.ts';

type Recorded = EventPayloads['gate.item_recorded'];
const document = (item: GateItem, targetId: string | null = null): Recorded => ({
  item,
  targetId,
  reference: '34/CV-SKHCN (mẫu)',
  on: '2026-11-21',
  fileId: null,
  note: '',
});
const recorded = (item: GateItem, targetId: string | null = null) =>
  fact('gate.item_recorded', document(item, targetId));
const accepted = (accountId: string, rulesHash = 'hash-1') => fact('team.rules_accepted', { accountId, rulesHash });
const pledged = (accountId: string) => fact('team.pledge_signed', { accountId });
const addresses = (teamId: string) => fact('team.addresses_set', { teamId, addresses: ['192.0.2.10'] });

const setUp = [
  drafted,
  approved,
  prepared,
  target('a'),
  target('b'),
  team('r', 'red'),
  team('b', 'blue'),
  seat('btc', 'control'),
  seat('gk', 'judge'),
  seat('an', 'red', 'r'),
  seat('binh', 'blue', 'b'),
];
const complete = [
  ...setUp,
  recorded('target_consent', 'a'),
  recorded('target_consent', 'b'),
  recorded('backup_confirmed', 'a'),
  recorded('backup_confirmed', 'b'),
  recorded('force_notified'),
  recorded('rollback_plan'),
  accepted('an'),
  accepted('binh'),
  pledged('an'),
  pledged('binh'),
  addresses('r'),
];

describe('the start gate', () => {
  it('asks for each item once, for every target, or of every member of the teams', () => {
    expect(missing(given(...setUp))).toEqual([
      'target_consent:a',
      'target_consent:b',
      'force_notified',
      'rules_accepted:an',
      'rules_accepted:binh',
      'pledge_signed:an',
      'pledge_signed:binh',
      'addresses_registered',
      'backup_confirmed:a',
      'backup_confirmed:b',
      'rollback_plan',
    ]);
    expect(new Set(checklist(given(...setUp)).map(({ item }) => item))).toEqual(new Set(Object.keys(gateItems)));
  });

  it('opens when nothing is missing', () => {
    expect(missing(given(...complete))).toEqual([]);
    expect(types(start(given(...complete)))).toEqual(['drill.started']);
  });

  it('closes again with any single piece taken out', () => {
    const pieces = complete.slice(setUp.length);
    for (const piece of pieces) {
      const state = given(...complete.filter((one) => one !== piece));
      expect(missing(state)).toHaveLength(1);
      expect(types(start(state))).toEqual(['drill.start_refused']);
    }
  });

  it('wants the rules accepted anew when they change', () => {
    const changed = fact('drill.replanned', {
      plan: { ...plan, rulesText: 'Nội quy mới', rulesHash: 'hash-2' },
      phases,
    });
    expect(missing(given(...complete, changed))).toEqual(['rules_accepted:an', 'rules_accepted:binh']);
    expect(missing(given(...complete, changed, accepted('an', 'hash-2'), accepted('binh', 'hash-2')))).toEqual([]);
  });

  it('wants a target before anyone attacks live systems', () => {
    expect(missing(given(drafted, approved, prepared))).toContain('target_consent');
    expect(refused(overrideItem(given(drafted), { item: 'target_consent', targetId: null, reason: 'Gấp' }))).toBe(
      'gate.not_overridable',
    );
  });

  it('lets a named person waive what may be waived, never authority and consent', () => {
    const state = given(...setUp);
    for (const line of checklist(state).filter(({ status }) => status === 'missing')) {
      const outcome = overrideItem(state, { item: line.item, targetId: line.targetId, reason: 'Đã ký bản giấy' });
      if (line.item === 'target_consent') expect(refused(outcome)).toBe('gate.not_overridable');
      else expect(types(outcome)).toEqual(['gate.item_overridden']);
    }
    expect(refused(overrideItem(given(drafted), { item: 'decision', targetId: null, reason: 'Gấp' }))).toBe(
      'gate.not_overridable',
    );
  });

  it('keeps who waived what and why', () => {
    const waived = fact('gate.item_overridden', { item: 'pledge_signed', targetId: 'an', reason: 'Đã ký bản giấy' });
    const line = checklist(given(...setUp, waived)).find(
      ({ item, targetId }) => item === 'pledge_signed' && targetId === 'an',
    );
    expect(line).toMatchObject({ status: 'overridden', record: { by: 'btc', overrideReason: 'Đã ký bản giấy' } });
  });

  it('does not waive what is satisfied, nor let others answer for a member', () => {
    expect(refused(overrideItem(given(...complete), { item: 'rollback_plan', targetId: null, reason: 'x' }))).toBe(
      'gate.satisfied',
    );
    expect(refused(recordItem(given(...setUp), document('rules_accepted', 'an')))).toBe('gate.by_member');
  });

  it('knows only lines of its own', () => {
    expect(refused(recordItem(given(...setUp), document('target_consent', 'elsewhere')))).toBe('gate.unknown_line');
    expect(refused(recordItem(given(...setUp), document('force_notified', 'a')))).toBe('gate.unknown_line');
    expect(refused(withdrawItem(given(...setUp), { item: 'rollback_plan', targetId: null, reason: '' }))).toBe(
      'gate.unknown_line',
    );
  });

  it('takes a record back', () => {
    const withdrawn = fact('gate.item_withdrawn', { item: 'target_consent', targetId: 'a', reason: 'Sai số văn bản' });
    expect(missing(given(...complete, withdrawn))).toEqual(['target_consent:a']);
  });

  it('forgets what was on record for a target that left the scope', () => {
    expect(missing(given(...complete, fact('drill.target_removed', { targetId: 'a' })))).toEqual([]);
    const again = given(...complete, fact('drill.target_removed', { targetId: 'a' }), target('a'));
    expect(missing(again)).toEqual(['target_consent:a', 'backup_confirmed:a']);
  });
});
