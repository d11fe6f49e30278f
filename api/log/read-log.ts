import { logRead } from '../contract/log.ts';
import { query } from '../kernel/query.ts';
import { drillReader, streamOf } from './drill-reader.ts';
import { readPage, toItem } from './read-page.ts';

export const readLog = query({
  operation: logRead,
  async run({ params, query: wanted, actor }, kernel) {
    const { open, about, named } = await drillReader(kernel, params.drill, actor);
    const { rows, next } = await readPage(kernel.db.read, {
      ...wanted,
      after: wanted.after,
      stream: streamOf(params.drill),
    });
    return {
      items: rows.map((row) => {
        const readable = open(row);
        return { ...toItem(row, { open: readable, named }), about: readable ? about(row) : null };
      }),
      next,
    };
  },
});
