import { incidentSimilar } from '../contract/incidents.ts';
import type { OutputOf } from '../contract/operation.ts';
import { readerRoles } from '../domain/incident/access.ts';
import { tokens } from '../domain/text.ts';
import { query } from '../kernel/query.ts';
import { isBelow, rootsOf } from './scope.ts';

const day = 24 * 3_600_000;
const mostRows = 200;
const mostHints = 5;

/** A hint against logging twice: open, of the last 24 hours, within what the person may see or the person's own organisation. */
export const similarIncidents = query({
  operation: incidentSimilar,
  run: async ({ query: asked, actor }, { db, clock }) => {
    const roots = rootsOf(actor, readerRoles);
    const own = actor.organisationId === null ? [] : [actor.organisationId];
    let rows = db.read
      .selectFrom('incident')
      .select(['id', 'number', 'title', 'title_fold', 'status', 'reported_at', 'system_id'])
      .where('mode', '=', 'real')
      .where('open', '=', 1)
      .where('reported_at', '>=', clock.now() - day);
    if (roots !== '*')
      rows = rows.where((eb) =>
        eb.or([
          isBelow('incident.organisation_id', [...roots, ...own]),
          eb('reporter', '=', actor.id),
          eb('assignee', '=', actor.id),
        ]),
      );
    const recent = await rows.orderBy('id', 'desc').limit(mostRows).execute();
    const words = new Set(tokens(asked.title));
    const alike = recent.filter(
      (row) => (asked.system !== undefined && row.system_id === asked.system) || areAlike(words, row.title_fold),
    );
    const items = alike
      .slice(0, mostHints)
      .map(({ id, number, title, status, reported_at }) => ({ id, number, title, status, reportedAt: reported_at }));
    return { items } as OutputOf<typeof incidentSimilar>;
  },
});

/** At least half of the words of the longer title stand in both. */
function areAlike(words: ReadonlySet<string>, title: string): boolean {
  const others = new Set(tokens(title));
  const shared = [...words].filter((word) => others.has(word)).length;
  return words.size > 1 && shared * 2 >= Math.max(words.size, others.size);
}
