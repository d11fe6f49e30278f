import type { SeatRole } from '../actor.ts';
import type { NewEvent } from '../event.ts';
import { blank } from '../blank.ts';
import { nameKey } from '../name.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Side } from './plan.ts';
import type { DrillState, Member } from './state.ts';

type Decided = NewEvent[] | Refusal;
type Seat = NewEvent<'drill.seat_given'>['payload'];

/** Forms a team; its name must differ from the others' to a reader's eye. */
export function formTeam(state: DrillState, payload: NewEvent<'team.formed'>['payload']): Decided {
  return teamFault(state, payload.teamId, payload) ?? [{ type: 'team.formed', subject: payload.teamId, payload }];
}

export function changeTeam(state: DrillState, payload: NewEvent<'team.changed'>['payload']): Decided {
  if (!state.teams.has(payload.teamId)) return refuse('not_found');
  return teamFault(state, payload.teamId, payload) ?? [{ type: 'team.changed', subject: payload.teamId, payload }];
}

function teamFault(
  state: DrillState,
  teamId: string,
  { name, targetIds }: { name: string; targetIds: string[] },
): Refusal | null {
  // A name that was blanked is nobody's: several teams may bear it until they are renamed.
  const key = name === blank ? null : nameKey(name);
  for (const other of state.teams.values())
    if (other.id !== teamId && nameKey(other.name) === key) return refuse('team.name_taken', { name: other.name });
  return targetIds.every((id) => state.targets.has(id)) ? null : refuse('target.unknown');
}

/** Gives a person a seat. One seat a person: nobody judges a drill he plays in, and nobody plays on both sides. */
export function giveSeat(state: DrillState, seat: Seat): Decided {
  const side = sideOf(seat.role);
  if ((side === null) !== (seat.teamId === null)) return refuse('seat.team_required');
  if (side !== null && state.teams.get(seat.teamId ?? '')?.side !== side) return refuse('team.unknown');
  const held = state.members.get(seat.accountId);
  const conflict = held ? seatConflict(held, seat) : null;
  if (conflict) return conflict;
  return [{ type: 'drill.seat_given', subject: seat.accountId, payload: seat }];
}

function seatConflict(held: Member, seat: Seat): Refusal | null {
  const from = sideOf(held.role);
  const to = sideOf(seat.role);
  const params = { name: held.name, held: held.role, wanted: seat.role };
  if ((held.role === 'judge' && to) || (seat.role === 'judge' && from)) return refuse('seat.judge_plays', params);
  if (from && to && from !== to) return refuse('seat.both_sides', params);
  if (held.role !== seat.role) return refuse('seat.held', params);
  if (held.teamId !== seat.teamId) return refuse('seat.other_team', params);
  return held.captain === seat.captain ? refuse('seat.same', params) : null;
}

/** Takes a seat away; somebody must stay in control. */
export function takeSeatAway(state: DrillState, accountId: string, reason: string): Decided {
  const member = state.members.get(accountId);
  if (!member) return refuse('not_found');
  const others = [...state.members.values()].some((one) => one.role === 'control' && one.accountId !== accountId);
  if (member.role === 'control' && !others) return refuse('seat.last_control');
  return [{ type: 'drill.seat_taken_away', subject: accountId, payload: { accountId, role: member.role, reason } }];
}

/** A member accepts the Nội quy that stands, named by its hash. */
export function acceptRules(state: DrillState, accountId: string, rulesHash: string): Decided {
  const member = state.members.get(accountId);
  if (!member) return refuse('not_found');
  if (rulesHash !== state.plan.rulesHash) return refuse('conflict.stale');
  if (member.rulesAcceptedHash === rulesHash) return [];
  return [{ type: 'team.rules_accepted', subject: accountId, payload: { accountId, rulesHash } }];
}

/** A member signs the pledge of confidentiality, once. */
export function signPledge(state: DrillState, accountId: string): Decided {
  const member = state.members.get(accountId);
  if (!member) return refuse('not_found');
  if (member.pledgedAt !== null) return [];
  return [{ type: 'team.pledge_signed', subject: accountId, payload: { accountId } }];
}

/** Registers where a team's traffic comes from. */
export function setAddresses(state: DrillState, teamId: string, addresses: string[]): Decided {
  if (!state.teams.has(teamId)) return refuse('not_found');
  return [{ type: 'team.addresses_set', subject: teamId, payload: { teamId, addresses } }];
}

/** The side a seat plays for; null for those who run, judge or watch. */
export function sideOf(role: SeatRole): Side | null {
  return role === 'red' || role === 'blue' ? role : null;
}
