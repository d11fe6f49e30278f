import type { Read } from '#db/schema.ts';
import { postureUnits } from '../contract/posture.ts';
import { reportYear, yearWindow } from '../domain/duration.ts';
import { mayRank } from '../domain/posture/figures.ts';
import { rollUp } from '../domain/posture/roll-up.ts';
import { query } from '../kernel/query.ts';
import { nextCursor, placeOf } from '../registry/keyset.ts';
import { postureUnit } from './access.ts';
import { gather } from './gather.ts';

export const listPostureUnits = query({
  operation: postureUnits,
  run: async ({ params, query: { limit, after }, actor }, { db: { read }, clock }) => {
    const unit = await postureUnit(read, actor, params.organisation);
    const now = clock.now();
    const window = yearWindow(reportYear(now));
    const facts = await gather(read, unit.path, now, window);
    const place = placeOf(after);
    const rows = await below(read, unit.id)
      .select(['id', 'name', 'path', 'sort_key'])
      .$if(place !== null, (page) =>
        page.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('sort_key', 'id'), '>', tuple(place?.sortKey ?? '', place?.id ?? '')),
        ),
      )
      .orderBy('sort_key')
      .orderBy('id')
      .limit(limit)
      .execute();
    const items = rows.map(({ id, name, path }) => {
      const { systems, approved, drilled, open, overdue, onTime, findingsOpen } = rollUp(facts, id, path, window);
      return { id, name, ranked: mayRank(approved), systems, approved, drilled, open, overdue, onTime, findingsOpen };
    });
    return { items, next: nextCursor(rows, limit), total: await countUnits(read, unit.id) };
  },
});

export async function countUnits(read: Read, organisationId: string): Promise<number> {
  const { count } = await below(read, organisationId)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const below = (read: Read, organisationId: string) =>
  read.selectFrom('organisation').where('parent_id', '=', organisationId).where('valid_to', 'is', null);
