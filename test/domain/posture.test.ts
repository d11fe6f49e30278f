import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { yearWindow, reportYear } from '#api/domain/duration.ts';
import type { PostureFacts, SystemFact } from '#api/domain/posture/facts.ts';
import { leastRanked, mayRank, medianOf, shareOf } from '#api/domain/posture/figures.ts';
import { fix, retest } from '#api/domain/posture/remediation.ts';
import { rollUp, systemsBelow } from '#api/domain/posture/roll-up.ts';
import { systemListKeys, systemLists } from '#api/domain/posture/system-lists.ts';
import { instant } from '#api/domain/zone.ts';

const window = yearWindow(2026);
const none: PostureFacts = { systems: [], tickets: [], clocks: [], times: [], findings: [] };
const system = (change: Partial<SystemFact> = {}): SystemFact => ({
  id: 's',
  name: 'Cổng dịch vụ công',
  level: 3,
  status: 'operating',
  dossier: 'approved',
  plan: 'full',
  lastAssessedOn: '2026-03-01',
  paths: ['/tinh/so/'],
  drilled: true,
  contacts: 2,
  freshContacts: 1,
  ...change,
});

describe('the year runs from 15/12 to 14/12, on Vietnamese clocks', () => {
  test('14/12/2026 23:59 is in, 15/12 00:00 is out', () => {
    expect(reportYear(instant(2026, 12, 14, 23, 59))).toBe(2026);
    expect(reportYear(instant(2026, 12, 15))).toBe(2027);
  });
  test('an assessment on the first day counts, on the day after the last it does not', () => {
    const assessed = (lastAssessedOn: string) =>
      rollUp({ ...none, systems: [system({ lastAssessedOn })] }, 'so', '/tinh/so/', window).assessed.n;
    expect(assessed('2025-12-15')).toBe(1);
    expect(assessed('2025-12-14')).toBe(0);
    expect(assessed('2026-12-14')).toBe(1);
    expect(assessed('2026-12-15')).toBe(0);
  });
});

test('no data is not zero: without systems there is no share, without findings no share of fixes', () => {
  const figures = rollUp(none, 'so', '/tinh/so/', window);
  expect(figures.approved).toEqual({ n: null, of: null, list: null });
  expect(figures.onTime.n).toBeNull();
  expect(figures.findingsOpen.n).toBeNull();
  expect(figures.times.contained).toEqual({ ms: null, of: 0 });
  expect(figures.open.n).toBe(0);
});

test('each indicator counts what it says', () => {
  const systems = [
    system(),
    system({ id: 's2', dossier: 'assessed', drilled: false }),
    system({ id: 's3', level: 2, plan: 'partial', drilled: true, lastAssessedOn: null }),
    system({ id: 's4', level: null, dossier: 'none', paths: ['/tinh/xa/'] }),
  ];
  const figures = rollUp({ ...none, systems }, 'so', '/tinh/so/', window);
  const pair = ({ n, of }: { n: number | null; of: number | null }) => [n, of];
  expect(pair(figures.systems)).toEqual([3, null]);
  expect(pair(figures.approved)).toEqual([2, 3]);
  expect(pair(figures.planFull)).toEqual([1, 2]);
  expect(pair(figures.assessed)).toEqual([1, 2]);
  expect(pair(figures.drilled)).toEqual([1, 2]);
  expect(pair(figures.contactsFresh)).toEqual([3, 6]);
  expect(figures.byLevel.map(({ level, figure }) => [level, figure.n])).toEqual([
    [5, 0],
    [4, 0],
    [3, 2],
    [2, 1],
    [1, 0],
    [null, 0],
  ]);
  expect(figures.approved.list).toEqual({ key: 'systems', query: { organisation: 'so', figure: 'approved' } });
});

test('reports, tickets and findings of other units stay out', () => {
  const facts: PostureFacts = {
    ...none,
    tickets: [
      { path: '/tinh/so/', open: 2, overdue: 1, received: 5, closed: 3 },
      { path: '/tinh/so2/', open: 9, overdue: 9, received: 9, closed: 9 },
    ],
    clocks: [
      { path: '/tinh/so/phong/', code: 'full_72h', due: 4, onTime: 3 },
      { path: '/tinh/xa/', code: 'full_72h', due: 1, onTime: 0 },
    ],
    findings: [
      { path: '/tinh/so/', severity: 'high', status: 'open', count: 2 },
      { path: '/tinh/so/', severity: 'high', status: 'retested', count: 1 },
    ],
  };
  const figures = rollUp(facts, 'so', '/tinh/so/', window);
  expect([figures.open.n, figures.overdue.n, figures.closed.n, figures.closed.of]).toEqual([2, 1, 3, 5]);
  expect([figures.onTime.n, figures.onTime.of]).toEqual([3, 4]);
  expect([figures.findingsOpen.n, figures.findingsOpen.of, figures.retested.n]).toEqual([2, 3, 1]);
  expect(figures.findingsBySeverity.map(({ severity, figure }) => [severity, figure.n])).toEqual([
    ['critical', null],
    ['high', 2],
    ['medium', null],
    ['low', null],
  ]);
});

test('fewer than five are shown, not ranked', () => {
  expect(mayRank(shareOf(1, leastRanked - 1, null))).toBe(false);
  expect(mayRank(shareOf(1, leastRanked, null))).toBe(true);
  expect(mayRank(shareOf(0, 0, null))).toBe(false);
});

test('the median lies between the extremes and is a value when the count is odd', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (values) => {
      const { ms, of } = medianOf(values);
      expect(of).toBe(values.length);
      expect(ms).toBeGreaterThanOrEqual(Math.min(...values));
      expect(ms).toBeLessThanOrEqual(Math.max(...values));
      if (values.length % 2 === 1) expect(values).toContain(ms);
    }),
  );
});

test('n never exceeds N, the list is as long as n, and a parent has at least what each child has', () => {
  const anySystem = fc.record({
    level: fc.constantFrom(null, 1, 2, 3, 4, 5),
    dossier: fc.constantFrom('none', 'assessed', 'approved'),
    plan: fc.constantFrom('none', 'partial', 'full'),
    lastAssessedOn: fc.constantFrom(null, '2025-01-01', '2026-06-01'),
    paths: fc.subarray(['/tinh/so/', '/tinh/xa/', '/tinh/'], { minLength: 1 }),
    drilled: fc.boolean(),
  }) as fc.Arbitrary<Partial<SystemFact>>;
  fc.assert(
    fc.property(fc.array(anySystem), (changes) => {
      const facts = { ...none, systems: changes.map((change) => system(change)) };
      const whole = rollUp(facts, 'tinh', '/tinh/', window);
      const child = rollUp(facts, 'so', '/tinh/so/', window);
      for (const key of ['approved', 'planFull', 'assessed', 'drilled'] as const) {
        expect(whole[key].n ?? 0).toBeLessThanOrEqual(whole[key].of ?? 0);
        expect(child[key].of ?? 0).toBeLessThanOrEqual(whole[key].of ?? 0);
      }
      for (const key of systemListKeys) {
        const list = systemsBelow(facts.systems, '/tinh/').filter(
          (one) => systemLists[key].of(one) && systemLists[key].n(one, window),
        );
        const figure = {
          all: whole.systems,
          approved: whole.approved,
          plan_full: whole.planFull,
          assessed: whole.assessed,
          drilled: whole.drilled,
        }[key];
        expect(list.length).toBe(figure.n ?? 0);
      }
    }),
  );
});

describe('a finding on its way to being fixed', () => {
  const open = { claimId: 'c', status: 'open' as const, fixedBy: null };
  const fixed = { claimId: 'c', status: 'fixed' as const, fixedBy: 'vu' };
  test('open → fixed → re-tested by somebody else', () => {
    expect(fix(open, 'Đã vá')).toMatchObject({ type: 'remediation.fixed' });
    expect(fix(fixed, '')).toMatchObject({ code: 'remediation.state' });
    expect(retest(open, 'an', true, '')).toMatchObject({ code: 'remediation.state' });
    expect(retest(fixed, 'vu', true, '')).toMatchObject({ code: 'remediation.same_person' });
    expect(retest(fixed, 'an', true, '')).toMatchObject({ type: 'remediation.retested', payload: { passed: true } });
  });
});
