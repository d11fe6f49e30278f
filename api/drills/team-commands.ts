import { memberAcceptRules, memberSignPledge, teamAddresses, teamCreate, teamUpdate } from '../contract/teams.ts';
import { seatsIn } from '../domain/actor.ts';
import type { Actor } from '../domain/actor.ts';
import { beforeStart } from '../domain/drill/status.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { acceptRules, changeTeam, formTeam, setAddresses, signPledge } from '../domain/drill/team.ts';
import { refuse } from '../domain/refusal.ts';
import type { Refusal } from '../domain/refusal.ts';
import { drillCommand, ok } from './drill-command.ts';

export const createTeam = drillCommand({
  operation: teamCreate,
  decide: (state, { body, call }) => formTeam(state, { teamId: call.id, ...body }),
  answer: (_events, { call }) => ({ id: call.id }),
});

export const updateTeam = drillCommand({
  operation: teamUpdate,
  decide: (state, { params, body: { revision, ...body } }) =>
    (state.teams.get(params.team)?.revision ?? revision) === revision
      ? changeTeam(state, { teamId: params.team, ...body })
      : refuse('conflict.stale'),
  answer: ok,
});

export const setTeamAddresses = drillCommand({
  operation: teamAddresses,
  decide: (state, { params, body, actor }) =>
    captainFault(state, actor, params.team) ?? setAddresses(state, params.team, [...new Set(body.addresses)]),
  answer: ok,
});

export const acceptDrillRules = drillCommand({
  operation: memberAcceptRules,
  decide: (state, { body, actor }) => acceptRules(state, actor.id, body.rulesHash),
  answer: ok,
});

export const signDrillPledge = drillCommand({
  operation: memberSignPledge,
  decide: (state, { actor }) => signPledge(state, actor.id),
  answer: ok,
});

/** Control may at any time; the captain of this very team until the start; to others the team does not exist. */
export function captainFault(state: DrillState, actor: Actor, teamId: string): Refusal | null {
  const fault = leaderFault(state, actor, teamId);
  if (fault || leads(state, actor)) return fault;
  return beforeStart.some((status) => status === state.status) && state.status !== 'draft'
    ? null
    : refuse('drill.wrong_phase', { status: state.status });
}

/** Control and the captain of this very team may; to others the team does not exist. */
export function leaderFault(state: DrillState, actor: Actor, teamId: string): Refusal | null {
  if (leads(state, actor)) return null;
  const own = seatsIn(actor, state.id).find((seat) => seat.teamId === teamId);
  if (!own) return refuse('not_found');
  return own.captain ? null : refuse('forbidden');
}

const leads = (state: DrillState, actor: Actor) => seatsIn(actor, state.id).some(({ role }) => role === 'control');
