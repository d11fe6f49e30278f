import type { LoggedEvent } from '../event.ts';
import type { DrillState } from './state.ts';

/** What the events of teams and seats do to a drill. */
export function applyTeams(state: DrillState, event: LoggedEvent): void {
  switch (event.type) {
    case 'team.formed': {
      const { teamId, name, side, organisationIds, targetIds } = event.payload;
      state.teams.set(teamId, { id: teamId, name, side, organisationIds, targetIds, addresses: [], revision: 0 });
      break;
    }
    case 'team.changed': {
      const team = state.teams.get(event.payload.teamId);
      if (!team) break;
      const { name, organisationIds, targetIds } = event.payload;
      state.teams.set(team.id, { ...team, name, organisationIds, targetIds, revision: team.revision + 1 });
      break;
    }
    case 'team.addresses_set': {
      const team = state.teams.get(event.payload.teamId);
      if (team) team.addresses = event.payload.addresses;
      break;
    }
    case 'drill.seat_given': {
      const { accountId, name, role, teamId, captain, organisationId } = event.payload;
      const known = state.members.get(accountId);
      if (captain) for (const member of state.members.values()) if (member.teamId === teamId) member.captain = false;
      state.members.set(accountId, {
        accountId,
        name,
        role,
        teamId,
        captain,
        organisationId,
        rulesAcceptedHash: known?.rulesAcceptedHash ?? null,
        pledgedAt: known?.pledgedAt ?? null,
      });
      break;
    }
    case 'drill.seat_taken_away':
      state.members.delete(event.payload.accountId);
      break;
    case 'team.rules_accepted': {
      const member = state.members.get(event.payload.accountId);
      if (member) member.rulesAcceptedHash = event.payload.rulesHash;
      break;
    }
    case 'team.pledge_signed': {
      const member = state.members.get(event.payload.accountId);
      if (member) member.pledgedAt = event.at;
      break;
    }
  }
}
