import type { Trx } from '#db/schema.ts';
import type { DrillPlan } from '../domain/drill/plan.ts';
import type { DrillStatus } from '../domain/drill/status.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { sortKey } from '../domain/sort-key.ts';
import { fold } from '../domain/text.ts';
import type { Projector } from '../kernel/kernel.ts';

/** Rows of drills: what lists, permissions and other areas read without folding the log. */
export const projectDrills: Projector = {
  'drill.drafted': async (trx, event) => {
    await trx
      .insertInto('drill')
      .values({
        id: idOf(event),
        status: 'draft',
        ...planRow(event.payload.plan),
        created_at: event.at,
        board_code_hash: null,
      })
      .execute();
  },
  'drill.replanned': async (trx, event) => {
    await trx.updateTable('drill').set(planRow(event.payload.plan)).where('id', '=', idOf(event)).execute();
  },
  'drill.approved': to('approved'),
  'drill.prepared': to('preparing'),
  'drill.started': to('live'),
  'drill.paused': to('paused'),
  'drill.resumed': to('live'),
  'drill.ended': to('ended'),
  'drill.judging_opened': to('judging'),
  'drill.published': to('published'),
  'drill.extended': (trx, event) => moveEnd(trx, event, event.payload.byMs),
  'drill.extension_withdrawn': (trx, event) => moveEnd(trx, event, -event.payload.byMs),
  'drill.board_code_set': async (trx, event) => {
    await trx
      .updateTable('drill')
      .set({ board_code_hash: event.payload.codeHash })
      .where('id', '=', idOf(event))
      .execute();
  },
  'drill.target_added': async (trx, event) => {
    const { id, systemId, name, ownerOrganisationId } = event.payload.target;
    await trx
      .insertInto('drill_target')
      .values({
        drill_id: idOf(event),
        target_id: id,
        system_id: systemId,
        name,
        owner_organisation_id: ownerOrganisationId,
      })
      .execute();
  },
  'drill.target_removed': async (trx, event) => {
    await trx
      .deleteFrom('drill_target')
      .where('drill_id', '=', idOf(event))
      .where('target_id', '=', event.payload.targetId)
      .execute();
  },
  'drill.seat_given': giveSeat,
  'drill.seat_taken_away': async (trx, event) => {
    await trx
      .deleteFrom('drill_seat')
      .where('drill_id', '=', idOf(event))
      .where('user_id', '=', event.payload.accountId)
      .execute();
  },
};

async function giveSeat(trx: Trx, event: LoggedEvent<'drill.seat_given'>): Promise<void> {
  const drillId = idOf(event);
  const { accountId, role, teamId, captain } = event.payload;
  if (captain && teamId !== null)
    await trx
      .updateTable('drill_seat')
      .set({ captain: 0 })
      .where('drill_id', '=', drillId)
      .where('team_id', '=', teamId)
      .execute();
  const seat = { team_id: teamId ?? '', captain: captain ? 1 : 0 };
  await trx
    .insertInto('drill_seat')
    .values({ drill_id: drillId, user_id: accountId, role, ...seat, seated_at: event.at })
    .onConflict((conflict) => conflict.columns(['drill_id', 'user_id', 'role']).doUpdateSet(seat))
    .execute();
}

/** What of a row follows from the words of the plan. */
export const planTexts = ({ name, theme }: DrillPlan) => ({
  name,
  name_fold: fold(`${name} ${theme}`),
  sort_key: sortKey(name),
  theme,
});

function planRow(plan: DrillPlan) {
  const { hostOrganisationId, scenarioId, startsAt, endsAt } = plan;
  return {
    ...planTexts(plan),
    host_organisation_id: hostOrganisationId,
    scenario_id: scenarioId,
    starts_at: startsAt,
    ends_at: endsAt,
  };
}

async function moveEnd(trx: Trx, event: LoggedEvent, byMs: number): Promise<void> {
  await trx
    .updateTable('drill')
    .set(({ eb }) => ({ ends_at: eb('ends_at', '+', byMs) }))
    .where('id', '=', idOf(event))
    .execute();
}

function to(status: DrillStatus) {
  return async (trx: Trx, event: LoggedEvent): Promise<void> => {
    await trx.updateTable('drill').set({ status }).where('id', '=', idOf(event)).execute();
  };
}

function idOf(event: LoggedEvent): string {
  return event.stream.slice('drill:'.length);
}
