import { createInvitation, inDays, newInvitationCode } from '../auth/invitation.ts';
import { teamPasteMembers } from '../contract/teams.ts';
import type { OutputOf } from '../contract/operation.ts';
import { parsePastedMembers } from '../domain/drill/pasted-members.ts';
import type { PastedMember } from '../domain/drill/pasted-members.ts';
import type { Side } from '../domain/drill/plan.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { giveSeat } from '../domain/drill/team.ts';
import type { NewEvent } from '../domain/event.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { accountByLogin, seatOf } from './accounts.ts';
import type { Account } from './accounts.ts';
import { drillCommand } from './drill-command.ts';
import { readDrill } from './load-drill.ts';

type Output = OutputOf<typeof teamPasteMembers>;
type Outcome = Output['lines'][number]['outcome'];

interface Line {
  pasted: PastedMember;
  account: Account | undefined;
  invitation: { id: string; code: string };
}

interface Team {
  id: string;
  side: Side;
}

/** A pasted invitation is good for two weeks. Ours. */
const validDays = 14;
const mostLines = 200;

/** The whole list or nothing: one wrong line, and nobody is seated. */
export const pasteMembers = drillCommand({
  operation: teamPasteMembers,
  unrecorded: true,
  prepare: async ({ params, body, call }, kernel) => {
    const state = await readDrill(kernel, params.drill);
    const team = state.teams.get(params.team);
    if (!team) throw refuse('not_found');
    const { members, faults } = parsePastedMembers(body.text);
    if (members.length > mostLines) throw refuse('request.too_large', { limit: mostLines });
    const lines: Line[] = [];
    for (const pasted of members)
      lines.push({
        pasted,
        account: await accountByLogin(kernel.db.read, pasted.login),
        invitation: { id: call.newId(), code: newInvitationCode() },
      });
    return { lines, faults, team: { id: team.id, side: team.side }, label: `${team.name} · ${state.plan.name}` };
  },
  decide: (state, { body, call }, { lines, faults, team }) => {
    if (body.dryRun || faults.length > 0 || seatFaults(state, team, lines).length > 0) return [];
    return lines.flatMap((line) => eventsOf(state, team, line, call.at));
  },
  effects: async (trx, events, { params, actor, call: { at } }, { lines, team, label }) => {
    for (const event of events) {
      const line = lines.find(
        ({ invitation }) => event.type === 'team.invited' && invitation.id === event.payload.invitationId,
      );
      if (!line) continue;
      await createInvitation(trx, {
        ...line.invitation,
        kind: 'seat',
        label,
        role: team.side,
        drillId: params.drill,
        teamId: team.id,
        organisationId: null,
        uses: 1,
        expiresAt: inDays(at, validDays),
        createdBy: actor.id,
        createdAt: at,
      });
    }
  },
  answer: (events, { body }, state, { lines, faults: typed, team }): Output => {
    const faults = [...typed, ...seatFaults(state, team, lines)].sort((a, b) => a.line - b.line);
    const applied = !body.dryRun && faults.length === 0;
    return {
      faults,
      lines: lines.map((line) => {
        const { pasted, invitation } = line;
        const outcome = outcomeOf(state, line);
        const code = applied && outcome === 'invited' && events.length > 0 ? invitation.code : null;
        return { line: pasted.line, name: pasted.name, login: pasted.login, outcome, code };
      }),
      applied,
    };
  },
});

function outcomeOf(state: DrillState, { account }: Line): Outcome {
  if (!account) return 'invited';
  return state.members.has(account.id) ? 'already' : 'seated';
}

function seatFaults(state: DrillState, team: Team, lines: readonly Line[]): Output['faults'] {
  return lines.flatMap(({ pasted, account }) => {
    if (!account || state.members.get(account.id)?.teamId === team.id) return [];
    const given = giveSeat(state, memberSeat(account, team));
    return given instanceof Refusal ? [{ line: pasted.line, code: given.code }] : [];
  });
}

function eventsOf(state: DrillState, team: Team, line: Line, at: number): NewEvent[] {
  const { account, invitation } = line;
  if (account && outcomeOf(state, line) === 'already') return [];
  if (account) return [{ type: 'drill.seat_given', subject: account.id, payload: memberSeat(account, team) }];
  const payload = { teamId: team.id, invitationId: invitation.id, uses: 1, expiresAt: inDays(at, validDays) };
  return [{ type: 'team.invited', subject: team.id, payload }];
}

function memberSeat(account: Account, team: Team) {
  return { ...seatOf(account), role: team.side, teamId: team.id, captain: false };
}
