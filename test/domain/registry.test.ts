import { describe, expect, test } from 'vitest';
import { coveredTops, coversOrganisation } from '#api/domain/registry/covers.ts';
import { dependentsOf } from '#api/domain/registry/dependents.ts';
import { isGuest } from '#api/domain/registry/guest.ts';
import { bestFreshness, freshnessOf } from '#api/domain/registry/freshness.ts';
import { closingFault, dateFault, movingFault } from '#api/domain/registry/organisation.ts';

describe('a role', () => {
  const officer = { grants: [{ role: 'officer' as const, organisationId: 'b' }] };
  test('covers its organisation and all below, nothing else', () => {
    expect(coversOrganisation(officer, ['officer'], '/a/b/')).toBe(true);
    expect(coversOrganisation(officer, ['officer'], '/a/b/c/')).toBe(true);
    expect(coversOrganisation(officer, ['officer'], '/a/')).toBe(false);
    expect(coversOrganisation(officer, ['officer'], '/a/bb/')).toBe(false);
    expect(coversOrganisation(officer, ['admin'], '/a/b/')).toBe(false);
  });
  test('held everywhere covers what belongs nowhere', () => {
    const admin = { grants: [{ role: 'admin' as const, organisationId: '*' }] };
    expect(coversOrganisation(admin, ['admin'], '/')).toBe(true);
    expect(coversOrganisation(officer, ['officer'], '/')).toBe(false);
    expect(coveredTops(admin, ['admin'])).toEqual(['*']);
    expect(coveredTops(officer, ['admin'])).toEqual([]);
  });
});

test('a guest has no role, or is on the staff of a house outside', () => {
  const staff = { grants: [{ role: 'staff' as const, organisationId: 'x' }] };
  const head = { grants: [...staff.grants, { role: 'head' as const, organisationId: 'x' }] };
  expect(isGuest({ grants: [] }, 'department')).toBe(true);
  expect(isGuest(staff, 'vendor')).toBe(true);
  expect(isGuest(staff, 'department')).toBe(false);
  expect(isGuest(head, 'vendor')).toBe(false);
});

describe('a contact', () => {
  test.each([
    ['2026-11-22', 'fresh'],
    ['2026-08-24', 'fresh'],
    ['2026-08-23', 'stale'],
    [null, 'never'],
  ] as const)('confirmed on %s is %s', (date, freshness) => expect(freshnessOf(date, '2026-11-22')).toBe(freshness));
  test('one that answers is enough', () => {
    expect(bestFreshness([null, '2026-01-01', '2026-11-01'], '2026-11-22')).toBe('fresh');
    expect(bestFreshness([null, '2026-01-01'], '2026-11-22')).toBe('stale');
    expect(bestFreshness([], '2026-11-22')).toBe('never');
  });
});

test('what falls with a system: nearest first, circles once', () => {
  const links = [
    { from: 'portal', to: 'dc' },
    { from: 'lgsp', to: 'dc' },
    { from: 'tthc', to: 'lgsp' },
    { from: 'dc', to: 'tthc' },
    { from: 'tthc', to: 'portal' },
  ];
  expect(dependentsOf(links, 'dc')).toEqual([
    { id: 'portal', distance: 1 },
    { id: 'lgsp', distance: 1 },
    { id: 'tthc', distance: 2 },
  ]);
  expect(dependentsOf(links, 'mail')).toEqual([]);
});

describe('ending an organisation', () => {
  const state = {
    id: 'x',
    parentId: null,
    parentSince: null,
    name: 'Sở',
    shortName: null,
    validFrom: '2025-07-01',
    validTo: null,
    livingChildren: 0,
    runningSystems: 0,
    sameName: null,
  };
  const now = Date.UTC(2026, 10, 22, 1);
  test('is refused once ended, with children, or with systems nobody takes over', () => {
    expect(closingFault(state, false)).toBeNull();
    expect(closingFault({ ...state, validTo: '2026-01-01' }, true)?.code).toBe('organisation.closed');
    expect(closingFault({ ...state, livingChildren: 2 }, true)?.code).toBe('organisation.has_children');
    expect(closingFault({ ...state, runningSystems: 1 }, false)?.code).toBe('organisation.has_systems');
    expect(closingFault({ ...state, runningSystems: 1 }, true)).toBeNull();
  });
  test('happens neither tomorrow nor before it began', () => {
    expect(dateFault('2026-11-22', state, now, 'on')).toBeNull();
    expect(dateFault('2026-11-23', state, now, 'on')?.code).toBe('registry.future_date');
    expect(dateFault('2025-06-30', state, now, 'on')?.code).toBe('registry.before_start');
  });
  test('a move goes forward in time, between two that exist, and never below itself', () => {
    const parent = { ...state, id: 'y', name: 'Ban', validFrom: '2026-02-01' };
    const move = { ...state, parent, belowItself: false };
    expect(movingFault(move, '2026-03-01', now)).toBeNull();
    expect(movingFault({ ...move, parent: null }, '2025-08-01', now)).toBeNull();
    expect(movingFault(move, '2026-01-31', now)?.code).toBe('registry.before_start');
    expect(movingFault(move, '2026-11-23', now)?.code).toBe('registry.future_date');
    expect(movingFault({ ...move, parentSince: '2026-03-01' }, '2026-03-01', now)?.code).toBe('registry.before_change');
    expect(movingFault({ ...move, belowItself: true }, '2026-03-01', now)?.code).toBe('organisation.below_itself');
    expect(movingFault({ ...move, validTo: '2026-04-01' }, '2026-03-01', now)?.code).toBe('organisation.closed');
    const ended = { ...parent, validTo: '2026-04-01' };
    expect(movingFault({ ...move, parent: ended }, '2026-03-01', now)?.code).toBe('organisation.closed');
    expect(movingFault({ ...move, sameName: 'Sở' }, '2026-03-01', now)?.code).toBe('organisation.name_taken');
  });
});
