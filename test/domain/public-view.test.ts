import { describe, expect, it } from 'vitest';
import { applyPublic, asTeamSees, boardFrozen, initialPublic, publicDrillFold } from '#api/domain/drill/freeze.ts';
import type { PublicView } from '#api/domain/drill/freeze.ts';
import type { EventPayloads, EventType } from '#api/domain/event.ts';
import type { Log } from './drill-log.ts';
import { accept, finding, hour, liveDrill, minute, start, submitted, ticketed } from './drill-log.ts';

const freezeAt = start + 6 * hour;
const view = (log: Log): PublicView => log.events.reduce(applyPublic, initialPublic('d1'));
const open = () => liveDrill();
const frozen = () => liveDrill({ freezeAfterMs: 6 * hour }).add('drill.paused', { reason: 'x' }, { at: freezeAt });

type Entry = { [T in EventType]: [T, EventPayloads[T]] }[EventType];
const seat = {
  accountId: 'p',
  name: 'P',
  role: 'observer',
  teamId: null,
  captain: false,
  organisationId: null,
} as const;
const target = { id: 't3', systemId: null, name: 'T', ownerOrganisationId: null, scope: [], level: null };
const gate = { item: 'decision', targetId: null } as const;

/** What a board does not show. */
const unseen: Entry[] = [
  ['drill.inject_delivered', { injectId: 'i1', title: 'x', text: 'x', teamIds: ['blue-1'] }],
  ['drill.inject_recalled', { injectId: 'i1', delivery: 1, teamIds: ['blue-1'] }],
  ['drill.inject_skipped', { injectId: 'i1' }],
  ['drill.inject_restored', { injectId: 'i1' }],
  ['drill.injects_shifted', { byMs: minute }],
  ['drill.seat_given', seat],
  ['drill.seat_taken_away', { accountId: 'p', role: 'observer', reason: 'x' }],
  ['drill.board_code_set', { codeHash: 'x' }],
  ['drill.start_refused', { missing: ['decision'] }],
  ['drill.target_added', { target }],
  ['drill.target_removed', { targetId: 't2' }],
  ['drill.announced', { text: 'x', audience: 'everyone', mustRead: false }],
  ['drill.announced', { text: 'x', audience: 'red', mustRead: false }],
  ['team.addresses_set', { teamId: 'red-1', addresses: [] }],
  ['team.invited', { teamId: 'red-1', invitationId: 'i', uses: 1, expiresAt: 0 }],
  ['team.invitation_revoked', { teamId: 'red-1', invitationId: 'i' }],
  ['team.rules_accepted', { accountId: 'p', rulesHash: 'x' }],
  ['team.pledge_signed', { accountId: 'p' }],
  ['gate.item_recorded', { ...gate, reference: 'x', on: '2026-11-01', fileId: null, note: '' }],
  ['gate.item_withdrawn', { ...gate, reason: 'x' }],
];
const seen: Entry[] = [
  ['drill.extended', { byMs: hour, reason: 'x' }],
  ['drill.ended', { reason: 'x' }],
  ['drill.announced', { text: 'x', audience: 'hall', mustRead: false }],
  ['team.formed', { teamId: 'red-9', name: 'Chín', side: 'red', organisationIds: [], targetIds: [] }],
  ['board.frozen', { reason: 'x' }],
];
const raised = (log: Log, [type, payload]: Entry) => {
  const before = view(log).version;
  return view(log.add(type, payload as never)).version - before;
};

describe('the version of the board', () => {
  it.each(unseen)('is not raised by %s, frozen or not', (...entry) => {
    expect([raised(open(), entry as Entry), raised(frozen(), entry as Entry)]).toEqual([0, 0]);
  });

  it.each(seen)('is raised by %s, frozen or not', (...entry) => {
    expect([raised(open(), entry as Entry), raised(frozen(), entry as Entry)]).toEqual([1, 1]);
  });

  it('is not raised by what judges do behind the freeze, nor by prizes that still wait', () => {
    const log = submitted(frozen(), 'c1', 'red-1');
    expect(raised(log, ['claim.decided', { claimId: 'c1', decision: accept, supersedes: null }])).toBe(0);
    expect(raised(log, ['score.adjusted', { teamId: 'red-1', points: 100, reason: 'x', rule: 'bonus' }])).toBe(0);
    expect(raised(log, ['ticket.graded', graded('k1')])).toBe(0);
    expect(raised(log, ['drill.published', { prizes: [] }])).toBe(0);
    expect(view(log).shown.status).toBe('paused');
    expect(raised(log, ['board.reveal_stepped', { teamId: 'red-1' }])).toBe(1);
    expect(raised(log, ['board.unfrozen', { reason: 'x' }])).toBe(1);
    expect(view(log).shown.status).toBe('published');
  });
});

const graded = (ticketId: string) => ({
  ticketId,
  teamId: 'blue-1',
  marks: { detection: 100 },
  reason: 'x',
  supersedes: null,
});

describe('a ticket of the defence', () => {
  it('shows with the next movement of the board, not by itself; the board keeps the time of the movement', () => {
    const log = open();
    const before = view(log);
    ticketed(ticketed(log, 'k1', start), 'k2', start);
    const waiting = view(log);
    expect([waiting.shown.tickets.size, waiting.waiting.length, waiting.version - before.version]).toEqual([0, 2, 0]);
    expect(waiting.horizon).toBe(log.seq);
    log.add('drill.announced', { text: 'x', audience: 'red', mustRead: false });
    expect(view(log).shown.tickets.size).toBe(0);
    log.add('drill.paused', { reason: 'x' });
    const moved = view(log);
    expect([...moved.shown.tickets.keys()]).toEqual(['k1', 'k2']);
    expect(moved).toMatchObject({ waiting: [], shown: { seq: log.seq, at: log.events.at(-1)?.at } });
  });

  it('written before the freeze waits behind it, and comes out with it', () => {
    const log = ticketed(liveDrill({ freezeAfterMs: 6 * hour }), 'k1', start);
    log.add('drill.paused', { reason: 'x' }, { at: freezeAt });
    expect(view(log).shown.tickets.size).toBe(0);
    expect(view(log).waiting).toEqual([]);
    expect(view(log.add('board.unfrozen', { reason: 'x' })).shown.tickets.size).toBe(1);
  });
});

describe('a team that has been revealed', () => {
  const points = (log: Log) => ['red-1', 'red-2', 'blue-1'].map((id) => view(log).shown.scores.get(id)?.points);
  const decided = (log: Log, claimId: string) =>
    log.add('claim.decided', { claimId, decision: accept, supersedes: null }, { actor: 'judge-1', subject: claimId });

  it('shows what is decided about it from then on, also of findings drafted behind the freeze; others do not', () => {
    const log = submitted(submitted(frozen(), 'c1', 'red-1'), 'c2', 'red-2');
    log.add('board.reveal_stepped', { teamId: 'red-1' });
    expect(points(decided(log, 'c1'))).toEqual([6_000, 0, 0]);
    const { version } = view(log);
    expect(points(decided(log, 'c2'))).toEqual([6_000, 0, 0]);
    expect(view(log).version).toBe(version);
    log.add('score.adjusted', { teamId: 'red-1', points: 500, reason: 'x', rule: 'bonus' });
    log.add('score.adjusted', { teamId: 'red-2', points: 500, reason: 'x', rule: 'bonus' });
    expect(points(log)).toEqual([6_500, 0, 0]);
  });

  it('on the defence side shows its grades and its tickets, also those changed by their number alone', () => {
    const log = ticketed(frozen(), 'k1', start).add('ticket.graded', graded('k1'));
    ticketed(log, 'k9', start, { teamId: 'blue-9' });
    log.add('board.reveal_stepped', { teamId: 'blue-1' });
    expect(points(log)).toEqual([0, 0, 3_000]);
    expect([...view(log).shown.tickets.keys()]).toEqual(['k1']);
    log.add('incident.cancelled', { ticketId: 'k1', from: 'new', reason: 'x' }, { subject: 'k1' });
    expect(view(log).shown.tickets.get('k1')?.status).toBe('cancelled');
  });

  it('had findings before the freeze, and what becomes of those shows too', () => {
    const log = submitted(liveDrill({ freezeAfterMs: 6 * hour }), 'c1', 'red-1');
    log.add('drill.paused', { reason: 'x' }, { at: freezeAt });
    decided(log, 'c1').add('board.reveal_stepped', { teamId: 'red-2' });
    expect(points(log)).toEqual([0, 0, 0]);
    expect(points(log.add('board.reveal_stepped', { teamId: 'red-1' }))).toEqual([6_000, 0, 0]);
  });
});

describe('the public view', () => {
  it('is frozen from the instant of the freeze, and by what happened after it', () => {
    const before = view(liveDrill({ freezeAfterMs: 6 * hour }));
    expect([boardFrozen(before, freezeAt - 1), boardFrozen(before, freezeAt)]).toEqual([false, true]);
    expect(boardFrozen(view(frozen()), start)).toBe(true);
  });

  it('begins with the drill that the stream names', () => {
    expect(publicDrillFold.initial('drill:d9')).toEqual(initialPublic('d9'));
    expect(initialPublic('d9')).toMatchObject({ version: 0, horizon: 0, waiting: [], held: null, shown: { id: 'd9' } });
    expect(publicDrillFold.prefix).toBe('drill:');
  });

  it('of a finding drafted after the freeze is what its team wrote, and not worth anything yet', () => {
    const log = frozen().add('claim.drafted', { claimId: 'c1', teamId: 'red-1', finding: finding() });
    const own = log.state().claims.get('c1')!;
    const held = { ...own, points: 7, bonus: 7, hold: { accountId: 'j', until: 1 } };
    expect(asTeamSees(held, undefined)).toEqual({ ...own, points: 0, bonus: 0, hold: null });
    const shown = {
      ...own,
      points: 3,
      bonus: 2,
      provisional: { seq: 1, severity: 'high', by: 'c', at: 1, before: null },
    } as const;
    expect(asTeamSees(own, shown)).toMatchObject({ points: 3, bonus: 2, provisional: { seq: 1 } });
  });
});
