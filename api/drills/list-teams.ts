import type { OutputOf } from '../contract/operation.ts';
import { drillPeople, teamList } from '../contract/teams.ts';
import type { DrillState, Member, Team } from '../domain/drill/state.ts';
import { sortKey, personSortKey } from '../domain/sort-key.ts';
import { mayKnowTargets } from '../domain/visibility.ts';
import { query } from '../kernel/query.ts';
import { seenBy, targetsRevealed } from './audience.ts';
import type { Seen } from './audience.ts';
import { readDrill } from './load-drill.ts';

type TeamView = OutputOf<typeof teamList>['items'][number];
type Person = OutputOf<typeof drillPeople>['items'][number];

export const listTeams = query({
  operation: teamList,
  run: async ({ params, actor, call }, kernel) => {
    const seen = await seenBy(kernel, actor, params.drill);
    const { state, viewer } = seen;
    const plays = viewer === 'red' || viewer === 'blue';
    const teams = [...state.teams.values()].filter(({ side }) => !plays || side === viewer);
    return { items: byName(teams).map((team) => viewOf(seen, team, call.at)) };
  },
});

export const listPeople = query({
  operation: drillPeople,
  run: async ({ params }, kernel) => {
    const state = await readDrill(kernel, params.drill);
    return { items: peopleOf(state, () => true) };
  },
});

function viewOf({ state, viewer, teamId }: Seen, team: Team, at: number): TeamView {
  const { id, name, side, organisationIds, targetIds, addresses, revision } = team;
  if (viewer !== 'control' && viewer !== 'judge' && teamId !== id) return { id, name, side, details: null };
  const members = peopleOf(state, (member) => member.teamId === id);
  const hidden = !mayKnowTargets(viewer, targetsRevealed(state, at));
  return {
    id,
    name,
    side,
    details: { organisationIds, targetIds: hidden ? null : targetIds, addresses, revision, members },
  };
}

function peopleOf(state: DrillState, wanted: (member: Member) => boolean): Person[] {
  return [...state.members.values()]
    .filter(wanted)
    .map(({ accountId, name, role, teamId, captain, rulesAcceptedHash, pledgedAt }) => ({
      accountId,
      name,
      role,
      teamId,
      captain,
      rulesAccepted: rulesAcceptedHash === state.plan.rulesHash,
      pledgedAt,
      key: personSortKey(name),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key: _, ...person }) => person);
}

function byName(teams: Team[]): Team[] {
  return teams
    .map((team) => ({ team, key: sortKey(team.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ team }) => team);
}
