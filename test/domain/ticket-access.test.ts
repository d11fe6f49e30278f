import { describe, expect, it } from 'vitest';
import type { Actor, OrganisationRole, SeatRole } from '#api/domain/actor.ts';
import { accessTo } from '#api/domain/incident/access.ts';
import { person } from './drill-log.ts';

const real = { mode: 'real', drillId: null, teamId: null, assignee: null, reporter: 'reporter' } as const;
const drill = { mode: 'drill', drillId: 'd1', teamId: 'blue-1', assignee: 'hand', reporter: 'reporter' } as const;
const above = ['unit', 'province'];
const granted = (role: OrganisationRole, organisationId: string) => person({ grants: [{ role, organisationId }] });
const seated = (role: SeatRole, teamId: string | null = null, drillId = 'd1') =>
  person({ seats: [{ drillId, role, teamId, captain: false }] });

describe('a real incident', () => {
  it.each<[string, Actor, ReturnType<typeof accessTo>]>([
    ['an officer of the unit works on it', granted('officer', 'unit'), 'work'],
    ['an officer of all above it', granted('officer', 'province'), 'work'],
    ['an officer of everything', granted('officer', '*'), 'work'],
    ['an officer of another unit does not know it', granted('officer', 'elsewhere'), null],
    ['whom it was given works on it', person({ id: 'hand' }), 'work'],
    ['who reported it adds to it', person({ id: 'reporter' }), 'add'],
    ['an administrator reads it', granted('admin', 'unit'), 'read'],
    ['the head reads it', granted('head', 'unit'), 'read'],
    ['a leader reads it', granted('leader', 'province'), 'read'],
    ['a member of staff does not know it', granted('staff', 'unit'), null],
    ['an organiser of drills does not know it', granted('organiser', '*'), null],
    ['a head of another unit does not know it', granted('head', 'elsewhere'), null],
    ['a seat in a drill opens nothing', seated('control'), null],
  ])('%s', (_rule, actor, access) => {
    expect(accessTo(actor, { ...real, assignee: 'hand' }, above)).toBe(access);
  });

  it('that nobody was given is nobody’s', () => {
    expect(accessTo(person({}), real, above)).toBeNull();
  });
});

describe('a ticket of a drill', () => {
  it.each<[string, Actor, ReturnType<typeof accessTo>]>([
    ['its own team works on it', seated('blue', 'blue-1'), 'work'],
    ['another defence team does not know it', seated('blue', 'blue-2'), null],
    ['an attack team of the same name does not know it', seated('red', 'blue-1'), null],
    ['organisers look on', seated('control'), 'read'],
    ['judges look on', seated('judge'), 'read'],
    ['an observer does not know it', seated('observer'), null],
    ['an organiser of another drill does not know it', seated('control', null, 'd2'), null],
    ['an officer of everything does not know it', granted('officer', '*'), null],
    ['who wrote it and has left the team does not know it', person({ id: 'reporter' }), null],
    ['whom it was given and who has left the team does not know it', person({ id: 'hand' }), null],
  ])('%s', (_rule, actor, access) => {
    expect(accessTo(actor, drill, above)).toBe(access);
  });

  it('without a team, or without a drill, is nobody’s to work on', () => {
    expect(accessTo(seated('blue', null), { ...drill, teamId: null }, above)).toBeNull();
    expect(accessTo(seated('control'), { ...drill, drillId: null }, above)).toBeNull();
  });
});
