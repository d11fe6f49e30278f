import type { SelectQueryBuilder } from 'kysely';
import type { Read, Tables } from '#db/schema.ts';
import { regulationProfiles } from '#db/reference/regulation-profiles.ts';
import type { z } from 'zod';
import type { deadlineLine } from '../contract/posture.ts';

const most = 20;
const labels = new Map(
  regulationProfiles.flatMap((profile) => profile.clocks.map((clock) => [clock.code, clock.label] as const)),
);

/** Notices and reports still owed for real incidents, those due at once and then the earliest first; `narrow` says whose. */
export async function deadlines(
  read: Read,
  now: number,
  until: number | null,
  narrow: (rows: SelectQueryBuilder<Tables, 'incident', object>) => SelectQueryBuilder<Tables, 'incident', object>,
): Promise<z.input<typeof deadlineLine>[]> {
  const tickets = narrow(read.selectFrom('incident').where('incident.mode', '=', 'real'));
  let rows = tickets
    .innerJoin('incident_clock as clock', 'clock.ticket_id', 'incident.id')
    .where('clock.void', '=', 0)
    // "Ngay" is owed only while somebody still works on the ticket; it never becomes a number of hours.
    .where((eb) => eb.or([eb('clock.at_once', '=', 0), eb('incident.open', '=', 1)]))
    .where('clock.reported_at', 'is', null);
  if (until !== null) rows = rows.where('clock.due_at', '<', until);
  const found = await rows
    .select([
      'incident.id',
      'incident.number',
      'incident.title',
      'incident.organisation_id',
      'clock.code',
      'clock.due_at',
      'clock.at_once',
    ])
    .orderBy('clock.at_once', 'desc')
    .orderBy('clock.due_at')
    .orderBy('incident.id')
    .limit(most)
    .execute();
  return found.map((row) => ({
    ticketId: row.id,
    number: row.number,
    title: row.title,
    code: row.code,
    label: labels.get(row.code) ?? { vi: row.code, en: row.code },
    dueAt: row.due_at,
    atOnce: row.at_once === 1,
    overdue: row.at_once === 0 && row.due_at < now,
    organisationId: row.organisation_id,
  }));
}
