import { describe, expect, test } from 'vitest';
import { audienceOf, mayHear, mayKnowTargets, mayReadPapers, topicsFor } from '#api/domain/visibility.ts';
import type { Audience, Viewer } from '#api/domain/visibility.ts';
import type { LoggedEvent } from '#api/domain/event.ts';
import { accept, liveDrill, person, submitted } from './drill-log.ts';

const audiences: Audience[] = ['control', 'judge', 'red:red-1', 'red:red-2', 'blue:blue-1', 'observer', 'public'];
const around = { shown: true, scored: false, teamId: null as string | null };

function heard(event: LoggedEvent, surroundings: Partial<typeof around>): Record<string, string> {
  return Object.fromEntries(
    audiences.map((audience) => [audience, topicsFor(event, audience, { ...around, ...surroundings }).join(' ')]),
  );
}
const log = submitted(liveDrill(), 'c1', 'red-1');
const last = () => log.events.at(-1)!;

describe('who hears what', () => {
  test('a submission: its team, control and judges; nobody else, not even by timing', () => {
    expect(heard(last(), { teamId: 'red-1' })).toEqual({
      control: 'claims log',
      judge: 'claims log',
      'red:red-1': 'claims',
      'red:red-2': '',
      'blue:blue-1': '',
      observer: '',
      public: '',
    });
  });

  test('a decision that scores: its team its claims, everyone the board', () => {
    log.add('claim.decided', { claimId: 'c1', decision: accept, supersedes: null });
    expect(heard(last(), { teamId: 'red-1', scored: true })).toEqual({
      control: 'claims board log',
      judge: 'claims board log',
      'red:red-1': 'claims board',
      'red:red-2': 'board',
      'blue:blue-1': 'board',
      observer: 'board',
      public: 'board',
    });
  });

  test('a rejection moves no board, so nobody else hears of it', () => {
    expect(heard(last(), { teamId: 'red-1', scored: false })).toMatchObject({
      'red:red-1': 'claims',
      'blue:blue-1': '',
      public: '',
    });
  });

  test('a decision behind the freeze: control and judges alone', () => {
    expect(heard(last(), { teamId: 'red-1', shown: false })).toMatchObject({
      judge: 'claims board log',
      'red:red-1': '',
      'blue:blue-1': '',
      public: '',
    });
  });

  test('a question to a team reaches it in spite of the freeze', () => {
    log.add('claim.information_requested', { claimId: 'c1', question: 'Ảnh tác động?' });
    expect(heard(last(), { teamId: 'red-1', shown: false })).toMatchObject({
      'red:red-1': 'claims',
      'blue:blue-1': '',
    });
  });

  test('a word to one side stays on that side', () => {
    log.add('drill.announced', { text: 'x', audience: 'red', mustRead: false });
    expect(heard(last(), {})).toMatchObject({
      'red:red-2': 'announcements',
      'blue:blue-1': '',
      public: '',
      observer: '',
    });
  });

  test('a word taken back is heard by those who had it, and by nobody else', () => {
    log.add('drill.announcement_withdrawn', { announcement: 1, audience: 'red', reason: 'x' });
    expect(heard(last(), {})).toEqual({
      control: 'announcements log',
      judge: 'announcements log',
      'red:red-1': 'announcements',
      'red:red-2': 'announcements',
      'blue:blue-1': '',
      observer: '',
      public: '',
    });
    log.add('drill.announcement_withdrawn', { announcement: 1, audience: 'hall', reason: 'x' });
    expect(heard(last(), {})).toMatchObject({ 'blue:blue-1': 'announcements', public: 'announcements' });
  });

  test('time taken back moves every clock', () => {
    log.add('drill.extension_withdrawn', { extension: 1, byMs: 900_000, reason: 'x' });
    expect(Object.values(heard(last(), {})).map((topics) => topics.replace(' log', ''))).toEqual(
      audiences.map(() => 'drill board'),
    );
  });

  test('a verification taken back: its team, control and judges; behind the freeze those two alone', () => {
    log.add('claim.verification_withdrawn', { claimId: 'c1', supersedes: 1 });
    expect(heard(last(), { teamId: 'red-1' })).toMatchObject({ 'red:red-1': 'claims', 'red:red-2': '', public: '' });
    expect(heard(last(), { teamId: 'red-1', shown: false })).toMatchObject({ judge: 'claims log', 'red:red-1': '' });
  });

  test('an inject is heard by the teams it was delivered to', () => {
    log.add('drill.inject_delivered', { injectId: 'i1', title: 'x', text: 'x', teamIds: ['blue-1'] });
    expect(heard(last(), {})).toMatchObject({
      'blue:blue-1': 'injects',
      'red:red-1': '',
      public: '',
      control: 'injects log',
    });
  });

  test('an inject taken back is heard by those who had it, and what becomes of the rest by control and judges alone', () => {
    log.add('drill.inject_recalled', { injectId: 'i1', delivery: 1, teamIds: ['blue-1'] });
    expect(heard(last(), {})).toMatchObject({ 'blue:blue-1': 'injects', 'red:red-1': '', public: '', observer: '' });
    for (const [type, payload] of [
      ['drill.inject_skipped', { injectId: 'i2' }],
      ['drill.inject_restored', { injectId: 'i2' }],
      ['drill.injects_shifted', { byMs: 900_000 }],
    ] as const) {
      log.add(type, payload);
      expect(heard(last(), {}), type).toMatchObject({
        control: 'injects log',
        judge: 'injects log',
        'red:red-1': '',
        'blue:blue-1': '',
        observer: '',
        public: '',
      });
    }
  });

  test('the start gate is the business of control and judges', () => {
    log.add('gate.item_withdrawn', { item: 'decision', targetId: null, reason: 'x' });
    expect(heard(last(), {})).toMatchObject({ control: 'gate log', 'red:red-1': '', public: '' });
  });
});

describe('audience of an actor', () => {
  const seat = (role: 'control' | 'judge' | 'red' | 'blue' | 'observer', teamId: string | null = null) => ({
    drillId: 'd1',
    role,
    teamId,
    captain: false,
  });
  test.each([
    ['a red seat', person({ seats: [seat('red', 'red-1')] }), 'red:red-1'],
    ['a blue seat', person({ seats: [seat('blue', 'blue-1')] }), 'blue:blue-1'],
    ['a seat of no team', person({ seats: [seat('blue')] }), undefined],
    ['control before observer', person({ seats: [seat('observer'), seat('control')] }), 'control'],
    ['a seat elsewhere', person({ seats: [{ ...seat('judge'), drillId: 'd2' }] }), undefined],
    ['a board screen', person({ kind: 'kiosk', kioskDrillId: 'd1' }), 'public'],
    ['a board screen of another drill', person({ kind: 'kiosk', kioskDrillId: 'd2' }), undefined],
    ['an organiser without a seat', person({ grants: [{ role: 'organiser', organisationId: '*' }] }), undefined],
  ])('%s', (_, actor, expected) => expect(audienceOf(actor, 'd1')).toBe(expected));
});

test('who reads which part of the plan', () => {
  const viewers: Viewer[] = ['control', 'judge', 'overseer', 'observer', 'red', 'blue'];
  const those = (may: (viewer: Viewer) => boolean) => viewers.filter(may).join(' ');
  expect(those((viewer) => mayKnowTargets(viewer, false))).toBe('control judge overseer blue');
  expect(those((viewer) => mayKnowTargets(viewer, true))).toBe(viewers.join(' '));
  expect(those(mayReadPapers)).toBe('control judge overseer');
  expect(those((viewer) => mayHear(viewer, 'everyone'))).toBe(viewers.join(' '));
  expect(those((viewer) => mayHear(viewer, 'red'))).toBe('control judge red');
  expect(those((viewer) => mayHear(viewer, 'blue'))).toBe('control judge blue');
});
