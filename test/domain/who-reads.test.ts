import { describe, expect, it } from 'vitest';
import { mayReadContent } from '#api/domain/drill/log-access.ts';
import type { DrillState } from '#api/domain/drill/state.ts';
import type { EventType, LoggedEvent } from '#api/domain/event.ts';
import type { Audience } from '#api/domain/visibility.ts';
import { declaredEvents } from '#test/events.ts';

const { drill = [], incident = [] } = Object.fromEntries(declaredEvents());
const teams = ['red:red-1', 'red:red-2', 'blue:blue-1', 'observer', 'public'] as const;
const all: readonly Audience[] = ['control', 'judge', ...teams];
const state = {
  claims: new Map([
    ['open', { teamId: 'red-1', submittedAt: 5 }],
    ['draft', { teamId: 'red-1', submittedAt: null }],
  ]),
  tickets: new Map([['ticket', { teamId: 'blue-1' }]]),
  injects: [
    { seq: 1, recalledAt: null },
    { seq: 2, recalledAt: 9 },
  ],
  status: 'live',
} as unknown as Pick<DrillState, 'claims' | 'tickets' | 'injects' | 'status'>;

/** Who may read what an entry says. */
function readers(type: string, payload: object = {}, subject: string | null = null, seq = 1, of = state): string[] {
  const entry = { type, payload, subject, seq } as unknown as LoggedEvent;
  return all.filter((audience) => mayReadContent(entry, audience, of));
}
const officials = ['control', 'judge'];

const common = [
  ...['drafted', 'replanned', 'rules_set', 'approved', 'prepared', 'target_added', 'target_removed', 'started'],
  ...['paused', 'resumed', 'extended', 'extension_withdrawn', 'ended', 'judging_opened', 'published'],
]
  .map((name) => `drill.${name}`)
  .concat(['board.frozen', 'board.reveal_stepped', 'board.unfrozen', 'team.formed', 'team.changed']);
/** How organisers and judges work, and who was first; the papers and the start gate. */
const apart = [
  ...['verified', 'verification_withdrawn', 'held', 'released', 'decision_withdrawn'].map((name) => `claim.${name}`),
  ...['gate.item_recorded', 'gate.item_withdrawn', 'gate.item_overridden', 'drill.document_added'],
];
const special = ['drill.announced', 'drill.announcement_withdrawn', 'drill.inject_delivered', 'claim.decided'];
const ofTeam = drill.filter((type) => ![...common, ...apart, ...special].includes(type));

describe('what an entry of the log of a drill says', () => {
  it.each(common)('%s: everybody', (type) => {
    expect(readers(type)).toEqual(all);
  });

  it.each(apart)('%s: control and judges alone, whichever team it is about', (type) => {
    expect(readers(type, { teamId: 'red-1' }, 'open')).toEqual(officials);
  });

  it.each([...ofTeam, ...incident])('%s: the team it names, or nobody else', (type) => {
    expect(readers(type, { teamId: 'red-1' })).toEqual([...officials, 'red:red-1']);
    expect(readers(type)).toEqual(officials);
    expect(readers(type, { teamId: null }, 'unknown')).toEqual(officials);
  });

  it('of a finding or a ticket is its own team’s', () => {
    expect(readers('claim.submitted', {}, 'open')).toEqual([...officials, 'red:red-1']);
    expect(readers('incident.noted', {}, 'ticket')).toEqual([...officials, 'blue:blue-1']);
  });

  it('of a finding not submitted yet is its team’s alone, until the record of the drill is whole', () => {
    expect(readers('claim.drafted', { teamId: 'red-1' }, 'draft')).toEqual(['red:red-1']);
    const published = { ...state, status: 'published' as const };
    expect(readers('claim.drafted', { teamId: 'red-1' }, 'draft', 1, published)).toEqual([...officials, 'red:red-1']);
  });

  it('of a decision is the team’s, but not who was first', () => {
    const decided = (outcome: string) => readers('claim.decided', { decision: { outcome } }, 'open');
    expect(decided('accepted')).toEqual([...officials, 'red:red-1']);
    expect(decided('duplicate')).toEqual(officials);
    expect(readers('claim.decided', { decision: { outcome: 'accepted' } }, 'unknown')).toEqual(officials);
  });

  it('of a situation is the teams’ it was handed to, until it is taken back', () => {
    const handed = { teamIds: ['blue-1'] };
    expect(readers('drill.inject_delivered', handed)).toEqual([...officials, 'blue:blue-1']);
    expect(readers('drill.inject_delivered', handed, null, 2)).toEqual(officials);
    expect(readers('drill.inject_delivered', handed, null, 3)).toEqual([...officials, 'blue:blue-1']);
  });

  it('of an announcement is theirs whom it was made to', () => {
    for (const type of ['drill.announced', 'drill.announcement_withdrawn'] as const satisfies EventType[]) {
      expect(readers(type, { audience: 'red' })).toEqual([...officials, 'red:red-1', 'red:red-2']);
      expect(readers(type, { audience: 'everyone' })).toEqual(all);
    }
  });

  it('of a blanked entry is left is for whoever may read every entry it was', () => {
    const blanked = (...entries: object[]) => readers('event.redacted', { entries });
    const [open, own] = [
      { seq: 1, of: 'drill.paused', rest: {} },
      { seq: 1, of: 'incident.noted', rest: { teamId: 'blue-1' } },
    ];
    expect(blanked(open)).toEqual(all);
    expect(blanked(open, own)).toEqual([...officials, 'blue:blue-1']);
    expect(blanked({ seq: 2, of: 'drill.inject_delivered', rest: { teamIds: ['blue-1'] } })).toEqual(officials);
  });
});
