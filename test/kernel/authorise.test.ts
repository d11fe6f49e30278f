import { describe, expect, it } from 'vitest';
import type { OperationShape } from '#api/contract/operation.ts';
import { anonymous, holds, rolesOf, seatsIn, system } from '#api/domain/actor.ts';
import type { Actor, Role, SeatRole } from '#api/domain/actor.ts';
import { Refusal } from '#api/domain/refusal.ts';
import { authorise, drillOf } from '#api/kernel/authorise.ts';

const person = (change: Partial<Actor> = {}): Actor => ({ ...anonymous, kind: 'user', id: 'p', ...change });
const seat = (drillId: string, role: SeatRole) => ({ drillId, role, teamId: null, captain: false });
const open = (roles: readonly Role[], change: Partial<OperationShape> = {}) =>
  ({ name: 'thing.do', method: 'POST', path: '/things', roles, summary: '', ...change }) as OperationShape;
const officer = person({ grants: [{ role: 'officer', organisationId: 'o1' }] });
const judge = person({ seats: [seat('d1', 'judge')] });
const screen: Actor = { ...anonymous, kind: 'kiosk', kioskDrillId: 'd1' };

/** With which code an operation is refused; null where it may go on. */
function refusal(operation: OperationShape, actor: Actor, params: unknown = {}, now = 0): string | null {
  try {
    authorise(operation, actor, params, now);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('the roles an actor brings', () => {
  it.each<[string, Actor, string | undefined, Role[]]>([
    ['nobody known', anonymous, undefined, ['anyone']],
    ['the server itself', { ...system, grants: officer.grants, seats: judge.seats }, 'd1', ['anyone']],
    ['a screen of this drill', screen, 'd1', ['anyone', 'kiosk']],
    ['a screen, where no drill is named', screen, undefined, ['anyone', 'kiosk']],
    ['a screen of another drill', screen, 'd2', ['anyone']],
    ['whoever is signed in', person(), 'd1', ['anyone', 'user']],
    ['a person who once held a board code', person({ kioskDrillId: 'd1' }), 'd1', ['anyone', 'user']],
    ['an officer', officer, undefined, ['anyone', 'user', 'officer']],
    ['a judge in his drill', judge, 'd1', ['anyone', 'user', 'drill:judge']],
    ['a judge in another drill', judge, 'd2', ['anyone', 'user']],
    ['a judge, where no drill is named', judge, undefined, ['anyone', 'user']],
    [
      'one with two seats and two roles',
      person({
        grants: [...officer.grants, { role: 'head', organisationId: '*' }],
        seats: [...judge.seats, seat('d2', 'red'), seat('d1', 'control')],
      }),
      'd1',
      ['anyone', 'user', 'officer', 'head', 'drill:judge', 'drill:control'],
    ],
  ])('%s', (_who, actor, drillId, roles) => {
    expect([...rolesOf(actor, drillId)]).toEqual(roles);
  });

  it('come from the rows that name them alone', () => {
    expect([holds(officer, 'officer'), holds(officer, 'admin'), holds(person(), 'officer')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([seatsIn(judge, 'd1').length, seatsIn(judge, 'd2').length]).toEqual([1, 0]);
  });

  it('whom nobody knows is nobody, and the server is not a person', () => {
    expect(anonymous).toMatchObject({ kind: 'anonymous', id: 'anonymous', name: '', grants: [], seats: [] });
    expect(anonymous).toMatchObject({ formerOrganisationIds: [], freshAt: 0, mustChangePassword: false });
    expect(system).toEqual({ ...anonymous, kind: 'system', id: 'system' });
  });
});

describe('an operation', () => {
  it('is closed to whoever holds none of its roles', () => {
    expect(refusal(open([]), officer)).toBe('forbidden');
    expect(refusal(open(['admin']), officer)).toBe('forbidden');
    expect(refusal(open(['admin', 'officer']), officer)).toBeNull();
    expect(refusal(open(['anyone']), anonymous)).toBeNull();
    expect(refusal(open(['user']), system)).toBe('forbidden');
  });

  it('asks whom nobody knows to sign in, also in a drill', () => {
    expect(refusal(open(['user']), anonymous)).toBe('session.required');
    expect(refusal(open(['drill:judge']), anonymous, { drill: 'd1' })).toBe('session.required');
  });

  it('of a drill in which the person has no seat does not exist; to those with another seat it is forbidden', () => {
    expect(refusal(open(['drill:judge']), judge, { drill: 'd1' })).toBeNull();
    expect(refusal(open(['drill:red']), judge, { drill: 'd1' })).toBe('forbidden');
    expect(refusal(open(['drill:judge']), judge, { drill: 'd2' })).toBe('not_found');
    expect(refusal(open(['drill:judge']), officer, { drill: 'd1' })).toBe('not_found');
    expect(refusal(open(['officer']), officer, { drill: 'd1' })).toBeNull();
    expect(refusal(open(['drill:judge']), judge)).toBe('forbidden');
  });

  it('waits for a password that must be changed, but for what needs no account and for the change itself', () => {
    const newcomer = { ...officer, mustChangePassword: true };
    expect(refusal(open(['officer']), newcomer)).toBe('session.password_must_change');
    expect(refusal(open(['user'], { name: 'password.change' }), newcomer)).toBeNull();
    expect(refusal(open(['anyone']), newcomer)).toBeNull();
    expect(refusal(open(['admin']), newcomer)).toBe('forbidden');
  });

  it('of the gravest asks for a proof of identity not older than ten minutes', () => {
    const gravest = open(['officer'], { stepUp: true });
    const proven = { ...officer, freshAt: 1_000 };
    expect(refusal(gravest, proven, {}, 601_000)).toBeNull();
    expect(refusal(gravest, proven, {}, 601_001)).toBe('session.step_up');
    expect(refusal(open(['officer']), proven, {}, 9e9)).toBeNull();
  });

  it('is of the drill its path names', () => {
    expect(['d1', undefined, 7].map((drill) => drillOf({ drill }))).toEqual(['d1', undefined, undefined]);
    expect(drillOf(undefined)).toBeUndefined();
  });
});
