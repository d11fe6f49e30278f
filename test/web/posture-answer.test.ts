import { expect, test } from 'vitest';
import { loadsOf, safetyOf, trendOf } from '#web/ui/posture/answer.ts';
import { parseDay, sayDay } from '#web/days.ts';

const none = { systems: 3, openIncidents: 0, lateIncidents: 0, openFindings: 0, graveFindings: 0, lateFindings: 0 };

test('says what the facts allow, and nothing of what is not known', () => {
  expect(safetyOf({ ...none, systems: 0 })).toBe('unknown');
  expect(safetyOf(none)).toBe('calm');
  expect(safetyOf({ ...none, openFindings: 1, graveFindings: 1 })).toBe('busy');
  expect(safetyOf({ ...none, openIncidents: 1 })).toBe('busy');
  expect(safetyOf({ ...none, openIncidents: 1, openFindings: 1, graveFindings: 1 })).toBe('act');
  expect(safetyOf({ ...none, openFindings: 1, lateFindings: 1 })).toBe('act');
  expect(safetyOf({ ...none, systems: 0, openIncidents: 1, lateIncidents: 1 })).toBe('act');
});

test('calls better only what got worse in nothing', () => {
  const at = (incidents: number, findings: number) => ({ incidents, findings });
  expect(trendOf({ before: null, now: at(1, 1) })).toBe('unknown');
  expect(trendOf({ before: at(2, 5), now: at(2, 3) })).toBe('better');
  expect(trendOf({ before: at(2, 5), now: at(3, 3) })).toBe('mixed');
  expect(trendOf({ before: at(2, 5), now: at(3, 5) })).toBe('worse');
  expect(trendOf({ before: at(2, 5), now: at(2, 5) })).toBe('same');
});

test('names first whoever has most overdue, then most to do', () => {
  const duty = (organisationId: string, late: boolean) => ({ organisationId, late });
  const loads = loadsOf([
    duty('b', false),
    duty('b', false),
    duty('a', true),
    duty('c', false),
    duty('c', false),
    duty('c', false),
  ]);
  expect(loads).toEqual([
    { organisationId: 'a', all: 1, late: 1 },
    { organisationId: 'c', all: 3, late: 0 },
    { organisationId: 'b', all: 2, late: 0 },
  ]);
});

test('reads a day as it is written and refuses one that does not exist', () => {
  expect(parseDay('5/3/2026')).toBe('2026-03-05');
  expect(parseDay(' 22-11-2026 ')).toBe('2026-11-22');
  expect(parseDay('2026-11-22')).toBe('2026-11-22');
  expect(parseDay('31/02/2026')).toBeNull();
  expect(parseDay('mai')).toBeNull();
  expect(sayDay('2026-03-05')).toBe('05/03/2026');
  expect(sayDay(null)).toBe('');
});
