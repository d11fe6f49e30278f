import type { Read } from '#db/schema.ts';
import { incidentLog } from '../contract/log.ts';
import { refuse } from '../domain/refusal.ts';
import { coversOrganisation } from '../domain/registry/covers.ts';
import { incidentStream } from '../incidents/ticket-command.ts';
import { query } from '../kernel/query.ts';
import { readPage, toItem } from './read-page.ts';
import type { NamedRow } from './read-page.ts';

export const readIncidentLog = query({
  operation: incidentLog,
  async run({ params, query: wanted, actor }, { db: { read } }) {
    const organisation = await read
      .selectFrom('organisation')
      .select(['id', 'name', 'path'])
      .where('id', '=', params.organisation)
      .executeTakeFirst();
    if (!organisation || !coversOrganisation(actor, ['admin'], organisation.path)) throw refuse('not_found');
    const { id, name } = organisation;
    const { rows, next } = await readPage(read, {
      ...wanted,
      after: wanted.after,
      order: 'newest',
      stream: incidentStream(id),
    });
    const numbers = await numbersOf(read, rows);
    return {
      organisation: { id, name },
      items: rows.map((row) => {
        const number = numbers.get(row.subject ?? '');
        const about = number === undefined ? null : { kind: 'ticket' as const, id: row.subject ?? '', number };
        return { ...toItem(row, { open: true, named: true }), about };
      }),
      next,
    };
  },
});

async function numbersOf(read: Read, rows: readonly NamedRow[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ subject }) => subject ?? []))];
  const tickets = await read
    .selectFrom('incident')
    .select(['id', 'number'])
    .where('id', 'in', ['', ...ids])
    .execute();
  return new Map(tickets.map(({ id, number }) => [id, number]));
}
