import { sql } from 'kysely';
import { workRead } from '../contract/work.ts';
import type { OutputOf } from '../contract/operation.ts';
import type { Actor, Seat } from '../domain/actor.ts';
import type { ClaimStatus } from '../domain/drill/claim.ts';
import { asTeamSees, publicDrillFold } from '../domain/drill/freeze.ts';
import type { DrillState } from '../domain/drill/state.ts';
import { isOpen } from '../domain/incident/status.ts';
import { drillFold, drillStream } from '../drills/fold.ts';
import { isBelow, rootsOf } from '../incidents/scope.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { deadlines } from './deadlines.ts';

const ahead = 72 * 3_600_000;
const most = 50;
type Work = OutputOf<typeof workRead>;

export const readWork = query({
  operation: workRead,
  run: async ({ actor }, kernel) => {
    const now = kernel.clock.now();
    const roots = rootsOf(actor, ['officer']);
    return {
      now,
      tickets: await ownTickets(actor, kernel),
      tasks: await ownTasks(actor, kernel),
      deadlines: await deadlines(kernel.db.read, now, now + ahead, (rows) =>
        roots === '*'
          ? rows
          : rows.where((eb) =>
              eb.or([isBelow('incident.organisation_id', roots), eb('incident.assignee', '=', actor.id)]),
            ),
      ),
      drills: await ownDrills(actor, kernel),
    };
  },
});

/** A ticket of a drill is its team's: who has left the team has lost it, whoever was named in it. */
function within(actor: Actor) {
  const teams = actor.seats
    .filter((seat) => seat.role === 'blue' && seat.teamId !== null)
    .map((seat) => `${seat.drillId} ${seat.teamId}`);
  return sql<boolean>`(incident.mode = 'real' or incident.drill_id || ' ' || incident.team_id in (${sql.join(['', ...teams])}))`;
}

async function ownTickets(actor: Actor, { db: { read } }: Kernel): Promise<Work['tickets']> {
  const rows = await read
    .selectFrom('incident')
    .where('assignee', '=', actor.id)
    .where('open', '=', 1)
    .where(within(actor))
    .select(['id', 'number', 'title', 'severity', 'status', 'mode', 'drill_id', 'next_due_at'])
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ drill_id, next_due_at, mode, ...row }) => ({
    ...row,
    mode: mode as 'real' | 'drill',
    drillId: drill_id,
    nextDueAt: next_due_at,
  }));
}

async function ownTasks(actor: Actor, { db: { read } }: Kernel): Promise<Work['tasks']> {
  const rows = await read
    .selectFrom('incident_task as task')
    .innerJoin('incident', 'incident.id', 'task.ticket_id')
    .where('task.assignee', '=', actor.id)
    .where(within(actor))
    .select([
      'task.id',
      'task.title',
      'task.due_at',
      'task.ticket_id',
      'incident.number',
      'incident.mode',
      'incident.drill_id',
    ])
    // Those with a day first, the earliest at the top.
    .orderBy((eb) => eb.case().when('task.due_at', 'is', null).then(1).else(0).end())
    .orderBy('task.due_at')
    .orderBy('task.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    dueAt: row.due_at,
    ticketId: row.ticket_id,
    number: row.number,
    mode: row.mode as 'real' | 'drill',
    drillId: row.drill_id,
  }));
}

async function ownDrills(actor: Actor, kernel: Kernel): Promise<Work['drills']> {
  const drills: Work['drills'] = [];
  for (const seat of actor.seats.slice(0, most)) {
    const { state } = await kernel.folds.read(drillFold, drillStream(seat.drillId));
    const { state: view } = await kernel.folds.read(publicDrillFold, drillStream(seat.drillId));
    if (!state.exists || state.status === 'published') continue;
    const {
      plan: { name, startsAt, endsAt },
      status,
    } = state;
    drills.push({
      id: seat.drillId,
      name,
      status,
      role: seat.role,
      teamId: seat.teamId,
      startsAt,
      endsAt,
      acts: actsOf(state, view.shown, seat, actor),
    });
  }
  return drills;
}

function actsOf(state: DrillState, shown: DrillState, seat: Seat, actor: Actor): { code: string; count: number }[] {
  const member = state.members.get(actor.id);
  const claims = [...state.claims.values()];
  const count = (status: ClaimStatus) => claims.filter((claim) => claim.status === status).length;
  // A question that a decision behind the freeze has settled stays open to the team, or it would tell of the decision.
  const asked = () =>
    claims.filter(
      (claim) => claim.teamId === seat.teamId && asTeamSees(claim, shown.claims.get(claim.id)).status === 'needs_info',
    ).length;
  const all = [
    { code: 'accept_rules', count: member && member.rulesAcceptedHash !== state.plan.rulesHash ? 1 : 0 },
    { code: 'sign_pledge', count: member && member.pledgedAt === null ? 1 : 0 },
    { code: 'claims_need_info', count: seat.role === 'red' ? asked() : 0 },
    { code: 'claims_to_verify', count: seat.role === 'control' ? count('submitted') : 0 },
    { code: 'claims_to_judge', count: seat.role === 'judge' ? count('verified') : 0 },
    {
      code: 'tickets_open',
      count:
        seat.role === 'blue'
          ? [...state.tickets.values()].filter((ticket) => ticket.teamId === seat.teamId && isOpen(ticket.status))
              .length
          : 0,
    },
  ];
  return all.filter((act) => act.count > 0);
}
