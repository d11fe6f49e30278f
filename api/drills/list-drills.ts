import { drillList } from '../contract/drill-views.ts';
import type { OutputOf } from '../contract/operation.ts';
import { seatsIn } from '../domain/actor.ts';
import type { SeatRole } from '../domain/actor.ts';
import type { DrillStatus } from '../domain/drill/status.ts';
import { mayReadPapers } from '../domain/visibility.ts';
import { query, untilChanged } from '../kernel/query.ts';
import { coveredRanges, inRanges, saysAll } from '../registry/within.ts';

export const listDrills = query({
  operation: drillList,
  version: (args, kernel) => untilChanged(args, kernel, drillList.name),
  run: async ({ query: { after, limit, status, search }, actor }, kernel): Promise<OutputOf<typeof drillList>> => {
    const covered = await coveredRanges(kernel.db.read, actor, ['organiser', 'leader']);
    const cursor = readCursor(after);
    let rows = kernel.db.read.selectFrom('drill').selectAll();
    if (covered !== null)
      rows = rows.where(({ eb, or, and, exists, selectFrom }) => {
        const seat = selectFrom('drill_seat')
          .select('drill_seat.user_id')
          .whereRef('drill_seat.drill_id', '=', 'drill.id')
          .where('drill_seat.user_id', '=', actor.id);
        const control = exists(seat.where('drill_seat.role', '=', 'control'));
        const seated = and([eb('drill.status', '!=', 'draft'), exists(seat)]);
        const overseen = selectFrom('organisation')
          .select('organisation.id')
          .whereRef('organisation.id', '=', 'drill.host_organisation_id')
          .where(inRanges('organisation.path', covered));
        return or([control, seated, exists(overseen)]);
      });
    if (status) rows = rows.where('status', '=', status);
    rows = rows.where(saysAll('name_fold', search ?? ''));
    if (cursor)
      rows = rows.where(({ eb, or, and }) =>
        or([
          eb('starts_at', '<', cursor.startsAt),
          and([eb('starts_at', '=', cursor.startsAt), eb('id', '<', cursor.id)]),
        ]),
      );
    const found = await rows
      .orderBy('starts_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row) => {
        const seats = seatsIn(actor, row.id).map(({ role }): SeatRole => role);
        const papers = seats.length === 0 || seats.some(mayReadPapers);
        return {
          id: row.id,
          name: row.name,
          theme: row.theme,
          status: row.status as DrillStatus,
          hostOrganisationId: row.host_organisation_id,
          scenarioId: papers ? row.scenario_id : null,
          startsAt: row.starts_at,
          endsAt: row.ends_at,
          createdAt: row.created_at,
          seats,
        };
      }),
      next: found.length > limit && last ? `${last.starts_at}.${last.id}` : null,
      total: null,
    };
  },
});

function readCursor(after: string | undefined): { startsAt: number; id: string } | null {
  const parts = /^(\d{1,15})\.([A-Za-z0-9_-]{1,64})$/.exec(after ?? '');
  return parts ? { startsAt: Number(parts[1]), id: parts[2] ?? '' } : null;
}
