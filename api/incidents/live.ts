import { readerRoles } from '../domain/incident/access.ts';
import { eventsAfter } from '../kernel/log.ts';
import type { LiveEntry, LiveSource } from '../live/source.ts';
import { rootsOf, withAbove } from './scope.ts';

const prefix = 'incident:';

/** The incidents of an organisation, heard by whoever may read them all. */
export const incidentLive: LiveSource = {
  prefix,
  audience: async (actor, stream, kernel) => {
    const roots = rootsOf(actor, readerRoles);
    if (roots === '*') return 'readers';
    const above = await withAbove(kernel.db.read, stream.slice(prefix.length));
    return above.some((id) => roots.includes(id)) ? 'readers' : undefined;
  },
  feed: (stream, _audience, kernel) => {
    const entries: LiveEntry[] = [];
    let seq = 0;
    return {
      entries,
      async catchUp() {
        for await (const events of eventsAfter(kernel.db.read, stream, seq))
          for (const event of events) {
            if (event.seq <= seq) continue;
            seq = event.seq;
            entries.push({ topics: ['incidents', `incident:${event.subject}`] });
          }
      },
    };
  },
};
