import { describe, expect, it } from 'vitest';
import type { EventType, LoggedEvent } from '#api/domain/event.ts';
import { topicsFor } from '#api/domain/visibility.ts';
import type { Audience } from '#api/domain/visibility.ts';
import { declaredEvents } from '#test/events.ts';

const areas = Object.fromEntries(declaredEvents());
const event = (type: EventType, payload: object = {}) => ({ type, payload, subject: null, seq: 1 }) as LoggedEvent;
const own = 'red:red-1';
const others: Audience[] = ['red:red-2', 'blue:blue-1', 'observer', 'public'];
const around = { shown: true, scored: true, teamId: 'red-1' as string | null };

function hears(type: EventType, audience: Audience, change: Partial<typeof around> = {}): string {
  return topicsFor(event(type), audience, { ...around, ...change }).join(' ');
}

const { drill = [], incident = [] } = areas;
const of = (area: string, ...names: string[]) => names.map((name) => `${area}.${name}` as EventType);

/** What moves for everyone, and what of it still does while the board is frozen. */
const everyone: [topics: string, frozen: string, types: EventType[]][] = [
  [
    'drill board',
    'drill',
    of(
      'drill',
      ...['drafted', 'replanned', 'rules_set', 'approved', 'prepared', 'started', 'paused', 'resumed', 'extended'],
      ...['extension_withdrawn', 'ended', 'judging_opened'],
    ),
  ],
  ['drill', 'drill', of('drill', 'target_added', 'target_removed', 'board_code_set')],
  ['teams board', 'teams', of('team', 'formed', 'changed')],
];

/** What only control and judges hear of. */
const officials: [topics: string, types: EventType[]][] = [
  [
    'gate',
    [
      ...of('gate', 'item_recorded', 'item_withdrawn', 'item_overridden'),
      ...of('drill', 'start_refused', 'document_added'),
      ...of('team', 'rules_accepted', 'pledge_signed', 'invited', 'invitation_revoked', 'addresses_set'),
    ],
  ],
  ['injects', of('drill', 'inject_skipped', 'inject_restored', 'injects_shifted')],
];

/** What its own team hears of too; the third: once it moved points, everyone hears of the board. */
const teams: [topics: string, frozen: string, board: boolean, types: EventType[]][] = [
  [
    'claims',
    'claims',
    false,
    of('claim', 'drafted', 'revised', 'evidence_added', 'submitted', 'information_requested', 'resubmitted'),
  ],
  ['claims', '', false, of('claim', 'verified', 'verification_withdrawn', 'held', 'released')],
  ['claims board', '', true, of('claim', 'decided', 'decision_withdrawn')],
  ['claims board', 'claims', true, of('claim', 'withdrawn')],
  ['tickets board', '', true, of('ticket', 'graded')],
  ['board', '', true, of('score', 'adjusted')],
  ['tickets', 'tickets', false, incident.filter((type) => type.startsWith('incident.')) as EventType[]],
];

const elsewhere: EventType[] = [
  // To those they are addressed or handed to, or about: visibility.test.ts and below.
  ...of('drill', 'announced', 'announcement_withdrawn', 'inject_delivered', 'inject_recalled'),
  ...of('drill', 'seat_given', 'seat_taken_away', 'published'),
  ...of('board', 'frozen', 'reveal_stepped', 'unfrozen'),
];

describe('of every kind of event it is said who hears of it', () => {
  it('of all of a drill', () => {
    const said = [everyone, officials, teams].flat().flatMap((row) => row.at(-1) as EventType[]);
    expect(drill.filter((type) => ![...said, ...elsewhere].includes(type as EventType))).toEqual([]);
  });

  it.each(everyone.flatMap(([topics, frozen, types]) => types.map((type) => [type, topics, frozen] as const)))(
    '%s: everyone (%s)',
    (type, topics, frozen) => {
      for (const audience of [own, ...others] as const) {
        expect(hears(type, audience)).toBe(topics);
        expect(hears(type, audience, { shown: false })).toBe(frozen);
      }
      expect(hears(type, 'control')).toBe(`${topics} log`);
    },
  );

  it.each(officials.flatMap(([topics, types]) => types.map((type) => [type, topics] as const)))(
    '%s: control and judges alone (%s)',
    (type, topics) => {
      for (const audience of [own, ...others] as const) expect(hears(type, audience)).toBe('');
      for (const audience of ['control', 'judge'] as const)
        expect(hears(type, audience, { shown: false, scored: false })).toBe(`${topics} log`);
    },
  );

  it.each(
    teams.flatMap(([topics, frozen, board, types]) => types.map((type) => [type, topics, frozen, board] as const)),
  )('%s: its own team (%s)', (type, topics, frozen, board) => {
    const behind = { shown: false, scored: false };
    expect(hears(type, own)).toBe(topics);
    expect(hears(type, own, { scored: false })).toBe(topics.replace(/ ?board/, ''));
    expect(hears(type, own, behind)).toBe(frozen);
    for (const audience of others) {
      expect(hears(type, audience)).toBe(board ? 'board' : '');
      expect(hears(type, audience, { scored: false })).toBe('');
      expect(hears(type, audience, behind)).toBe('');
    }
    for (const audience of [own, ...others] as const)
      if (!board) expect(hears(type, audience, { teamId: null })).toBe('');
    expect(hears(type, 'judge', behind)).toBe(`${topics} log`);
  });
});

describe('of what is about some', () => {
  it.each(of('drill', 'seat_given', 'seat_taken_away'))('%s: the team it is in, and observers', (type) => {
    expect([own, ...others].map((audience) => hears(type, audience as Audience))).toEqual([
      'teams',
      '',
      '',
      'teams',
      '',
    ]);
    expect(hears(type, 'control')).toBe('teams gate log');
    // A seat of no team: organisers, judges and observers are named to everyone.
    expect(hears(type, 'blue:blue-1', { teamId: null })).toBe('teams');
  });

  it.each([...of('board', 'frozen', 'reveal_stepped', 'unfrozen'), 'event.redacted' as const])(
    '%s: each side its own lists, everyone the board',
    (type) => {
      const blanked = type === 'event.redacted';
      const rest = blanked ? ['teams', 'announcements'] : ['drill'];
      const topics = (list: string[]) =>
        (blanked ? ['drill', 'board', ...list, ...rest] : ['board', ...list, ...rest]).join(' ');
      expect(hears(type, 'red:red-2')).toBe(topics(['claims']));
      expect(hears(type, 'blue:blue-1')).toBe(topics(['tickets']));
      expect(hears(type, 'observer')).toBe(topics([]));
      expect(hears(type, 'public')).toBe(topics([]));
      expect(hears(type, 'judge').split(' ').toSorted()).toEqual(
        [
          ...(blanked ? ['gate'] : []),
          'drill',
          'board',
          'claims',
          'tickets',
          'log',
          ...(blanked ? rest : []),
        ].toSorted(),
      );
    },
  );

  it('that the results are published everyone hears', () => {
    expect(hears('drill.published', 'public')).toBe('drill results board');
    expect(hears('drill.published', 'red:red-2')).toBe('drill results board claims');
    expect(hears('drill.published', 'blue:blue-1')).toBe('drill results board tickets');
  });

  it('a situation is heard of by the teams it was handed to alone', () => {
    for (const type of of('drill', 'inject_delivered', 'inject_recalled')) {
      const told = (audience: Audience) => topicsFor(event(type, { teamIds: ['red-1'] }), audience, around).join(' ');
      expect([own, ...others].map((audience) => told(audience as Audience))).toEqual(['injects', '', '', '', '']);
    }
  });

  it('what becomes of weaknesses after a drill is not the teams’ business', () => {
    for (const type of incident.filter((one) => one.startsWith('remediation.')))
      expect([own, ...others, 'judge'].map((audience) => hears(type as EventType, audience as Audience))).toEqual([
        ...Array<string>(5).fill(''),
        'log',
      ]);
  });
});
