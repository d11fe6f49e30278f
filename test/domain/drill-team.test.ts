import { describe, expect, it } from 'vitest';
import { seatRoles } from '#api/domain/actor.ts';
import { blank } from '#api/domain/blank.ts';
import { parsePastedMembers } from '#api/domain/drill/pasted-members.ts';
import { acceptRules, changeTeam, formTeam, giveSeat, signPledge, takeSeatAway } from '#api/domain/drill/team.ts';
import { drafted, fact, given, refused, seat, target, team, types } from './drill-given.ts';

const drill = [
  drafted,
  team('r1', 'red', 'Đội Vĩnh Long 1'),
  team('r2', 'red'),
  team('b1', 'blue'),
  seat('btc', 'control'),
];
const wanted = (
  accountId: string,
  role: (typeof seatRoles)[number],
  teamId: string | null = null,
  captain = false,
) => ({
  accountId,
  name: accountId,
  role,
  teamId,
  captain,
  organisationId: null,
});

describe('teams', () => {
  it('have names a reader can tell apart', () => {
    const form = (name: string) =>
      formTeam(given(...drill), { teamId: 'new', name, side: 'red', organisationIds: [], targetIds: [] });
    for (const name of ['Đội Vĩnh Long 1', 'ĐỘI VĨNH LONG 1', 'Đội  Vĩnh Long 1'.normalize('NFD'), 'Ðội Vĩnh Lоng 1'])
      expect(refused(form(name))).toBe('team.name_taken');
    expect(types(form('Đội Vĩnh Long 2'))).toEqual(['team.formed']);
  });

  it('may keep their own name when they change, and get targets of the drill only', () => {
    const change = (targetIds: string[]) =>
      changeTeam(given(...drill, target('a')), {
        teamId: 'r1',
        name: 'Đội Vĩnh Long 1',
        organisationIds: [],
        targetIds,
      });
    expect(types(change(['a']))).toEqual(['team.changed']);
    expect(refused(change(['b']))).toBe('target.unknown');
  });

  it('lose them when blanked: several may bear the mark until they are named anew', () => {
    const blanked = (teamId: string) =>
      fact('team.changed', { teamId, name: blank, organisationIds: [], targetIds: [] });
    const state = given(...drill, blanked('r1'), blanked('r2'));
    const change = (name: string) => changeTeam(state, { teamId: 'r1', name, organisationIds: ['x'], targetIds: [] });
    expect(types(change(blank))).toEqual(['team.changed']);
    expect(types(change('Đội Mới'))).toEqual(['team.changed']);
  });
});

describe('seats', () => {
  it('one a person: no judge plays, nobody plays on both sides', () => {
    const state = given(
      ...drill,
      seat('judge', 'judge'),
      seat('red', 'red', 'r1'),
      seat('blue', 'blue', 'b1'),
      seat('watch', 'observer'),
    );
    expect(refused(giveSeat(state, wanted('judge', 'red', 'r1')))).toBe('seat.judge_plays');
    expect(refused(giveSeat(state, wanted('judge', 'blue', 'b1')))).toBe('seat.judge_plays');
    expect(refused(giveSeat(state, wanted('red', 'judge')))).toBe('seat.judge_plays');
    expect(refused(giveSeat(state, wanted('red', 'blue', 'b1')))).toBe('seat.both_sides');
    expect(refused(giveSeat(state, wanted('blue', 'red', 'r1')))).toBe('seat.both_sides');
    expect(refused(giveSeat(state, wanted('red', 'red', 'r2')))).toBe('seat.other_team');
    expect(refused(giveSeat(state, wanted('watch', 'control')))).toBe('seat.held');
    expect(refused(giveSeat(state, wanted('red', 'red', 'r1')))).toBe('seat.same');
    expect(types(giveSeat(state, wanted('red', 'red', 'r1', true)))).toEqual(['drill.seat_given']);
  });

  it('of players name a team of their side, others none', () => {
    for (const role of seatRoles) {
      const plays = role === 'red' || role === 'blue';
      expect(refused(giveSeat(given(...drill), wanted('x', role, plays ? null : 'r1')))).toBe('seat.team_required');
    }
    expect(refused(giveSeat(given(...drill), wanted('x', 'red', 'b1')))).toBe('team.unknown');
  });

  it('are free for another side once taken away', () => {
    const away = fact('drill.seat_taken_away', { accountId: 'red', role: 'red', reason: 'Đổi đội' });
    const state = given(...drill, seat('red', 'red', 'r1'), away);
    expect(state.members.has('red')).toBe(false);
    expect(types(giveSeat(state, wanted('red', 'blue', 'b1')))).toEqual(['drill.seat_given']);
  });

  it('leave one captain a team', () => {
    const captain = (accountId: string) => fact('drill.seat_given', wanted(accountId, 'red', 'r1', true));
    const state = given(...drill, captain('an'), captain('binh'));
    expect([...state.members.values()].filter((member) => member.captain).map(({ accountId }) => accountId)).toEqual([
      'binh',
    ]);
  });

  it('leave somebody in control', () => {
    expect(refused(takeSeatAway(given(...drill), 'btc', 'Nghỉ'))).toBe('seat.last_control');
    expect(types(takeSeatAway(given(...drill, seat('btc2', 'control')), 'btc', 'Nghỉ'))).toEqual([
      'drill.seat_taken_away',
    ]);
    expect(refused(takeSeatAway(given(...drill), 'nobody', 'x'))).toBe('not_found');
  });
});

describe('members', () => {
  it('accept the rules that stand, by their hash, and sign once', () => {
    const state = given(...drill, seat('an', 'red', 'r1'));
    expect(refused(acceptRules(state, 'an', 'old'))).toBe('conflict.stale');
    expect(types(acceptRules(state, 'an', 'hash-1'))).toEqual(['team.rules_accepted']);
    expect(refused(acceptRules(state, 'stranger', 'hash-1'))).toBe('not_found');
    const done = given(
      ...drill,
      seat('an', 'red', 'r1'),
      fact('team.rules_accepted', { accountId: 'an', rulesHash: 'hash-1' }),
      fact('team.pledge_signed', { accountId: 'an' }),
    );
    expect([acceptRules(done, 'an', 'hash-1'), signPledge(done, 'an')]).toEqual([[], []]);
  });
});

describe('a pasted list', () => {
  it('takes semicolons and tabs, with or without an address', () => {
    const { members, faults } = parsePastedMembers(
      'Nguyễn Văn An; an.nv; an@mau.example\n\nTrần Thị Bình\tbinh.tt\r\nLê  Cường;cuong;\n',
    );
    expect(faults).toEqual([]);
    expect(members).toEqual([
      { line: 1, name: 'Nguyễn Văn An', login: 'an.nv', email: 'an@mau.example' },
      { line: 3, name: 'Trần Thị Bình', login: 'binh.tt', email: null },
      { line: 4, name: 'Lê Cường', login: 'cuong', email: null },
    ]);
  });

  it('names the line and the fault', () => {
    const text = [
      'chỉ có tên',
      '; an',
      `An; ${'a'.repeat(65)}`,
      'An; an; không phải thư',
      'An; an2',
      'Ân; AN2',
      'An; an3; a@b.example; thừa',
      'An\u202E; an4',
    ].join('\n');
    expect(parsePastedMembers(text).faults).toEqual([
      { line: 1, code: 'paste.columns' },
      { line: 2, code: 'paste.name' },
      { line: 3, code: 'paste.login' },
      { line: 4, code: 'paste.email' },
      { line: 6, code: 'paste.repeated' },
      { line: 7, code: 'paste.columns' },
      { line: 8, code: 'text.bidi' },
    ]);
  });
});
