import { expect, test } from 'vitest';
import { runSheet, turnOf } from '#web/ui/drill/control/run-sheet.ts';
import { silentTeams } from '#web/ui/drill/control/silent.ts';

const minute = 60_000;
const inject = (id: string, at: number, to: 'red' | 'blue' | 'both') => ({
  id,
  title: id,
  minute: at,
  to,
  text: id,
  expected: [id],
});
const phases = [
  { id: 'a', kind: 'live' as const, title: { vi: 'a', en: 'a' }, startsAfterMinutes: 0, durationMinutes: 100 },
];
const teams = [
  { id: 'r', side: 'red' as const },
  { id: 'b1', side: 'blue' as const },
  { id: 'b2', side: 'blue' as const },
];
type Given = { injectId: string; at: number; teamIds: string[]; recalledAt?: number };
type Changes = { shiftMs?: number; skipped?: { injectId: string; at: number }[] };
const drillOf = (durationMs: number, injects: Given[] = [], { shiftMs = 0, skipped = [] }: Changes = {}) => ({
  phases: [{ id: 'a', kind: 'live' as const, title: 'a', startsAfterMs: 0, durationMs }],
  injects: injects.map((one, i) => ({ seq: i + 1, title: '', text: '', recalledAt: null, ...one })),
  runSheet: { shiftMs, skipped },
});

test('an inject is due when the drill clock reaches it, and goes to its side', () => {
  const scenario = { phases, injects: [inject('late', 60, 'both'), inject('early', 10, 'blue')] };
  const sheet = runSheet(scenario, drillOf(100 * minute), teams, 20 * minute);
  expect(sheet.map((line) => [line.inject.id, line.state, line.teamIds])).toEqual([
    ['early', 'due', ['b1', 'b2']],
    ['late', 'later', ['r', 'b1', 'b2']],
  ]);
});

test('a drill twice as long has its injects twice as late', () => {
  const [line] = runSheet({ phases, injects: [inject('one', 10, 'blue')] }, drillOf(200 * minute), teams, 15 * minute);
  expect(line).toMatchObject({ at: 20 * minute, state: 'later' });
});

test('what was handed over says when and to how many teams', () => {
  const given = [
    { injectId: 'one', at: 5_000, teamIds: ['b1'] },
    { injectId: 'one', at: 9_000, teamIds: ['b1', 'b2'] },
  ];
  const [line] = runSheet({ phases, injects: [inject('one', 10, 'blue')] }, drillOf(100 * minute, given), teams, 0);
  expect(line).toMatchObject({ state: 'delivered', delivered: { at: 5_000, lastAt: 9_000, teams: 2 } });
});

test('what was taken back waits again; what was skipped waits no more', () => {
  const scenario = { phases, injects: [inject('back', 10, 'blue'), inject('out', 20, 'blue')] };
  const given = [{ injectId: 'back', at: 5_000, teamIds: ['b1'], recalledAt: 6_000 }];
  const lines = runSheet(
    scenario,
    drillOf(100 * minute, given, { skipped: [{ injectId: 'out', at: 7_000 }] }),
    teams,
    30 * minute,
  );
  expect(lines.map(({ state }) => state)).toEqual(['due', 'skipped']);
  expect(lines[1]?.skippedAt).toBe(7_000);
});

test('a shift moves what waits and nothing else', () => {
  const scenario = {
    phases,
    injects: [inject('given', 10, 'blue'), inject('out', 15, 'blue'), inject('waits', 20, 'blue')],
  };
  const changes = { shiftMs: 15 * minute, skipped: [{ injectId: 'out', at: 0 }] };
  const given = [{ injectId: 'given', at: 0, teamIds: ['b1'] }];
  const at = (shiftMs: number) =>
    runSheet(scenario, drillOf(100 * minute, given, { ...changes, shiftMs }), teams, 25 * minute).map((line) => [
      line.at / minute,
      line.state,
    ]);
  expect(at(15 * minute)).toEqual([
    [10, 'delivered'],
    [15, 'skipped'],
    [35, 'later'],
  ]);
  expect(at(-30 * minute)[2]).toEqual([0, 'due']);
});

test('the turn is that of the first that waits and has a team to go to', () => {
  const scenario = { phases, injects: [inject('red', 10, 'red'), inject('blue', 20, 'blue')] };
  const blue = teams.filter(({ side }) => side === 'blue');
  expect(turnOf(runSheet(scenario, drillOf(100 * minute), blue, 12 * minute))?.inject.id).toBe('blue');
  expect(turnOf(runSheet(scenario, drillOf(100 * minute), teams, 12 * minute))?.inject.id).toBe('red');
  expect(turnOf([])).toBeUndefined();
});

test('silence counts from the last thing sent, or from the start', () => {
  const sent = [
    { teamId: 'r', at: 90 * minute },
    { teamId: 'b1', at: 20 * minute },
    { teamId: 'b1', at: 50 * minute },
    { teamId: null, at: 99 * minute },
  ];
  expect(silentTeams(['r', 'b1', 'b2'], sent, 100 * minute, 95 * minute, 30 * minute)).toEqual([
    { teamId: 'b2', ms: 95 * minute, never: true },
    { teamId: 'b1', ms: 50 * minute, never: false },
  ]);
});
