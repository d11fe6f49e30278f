import { auditRead } from '../contract/log.ts';
import { query } from '../kernel/query.ts';
import { readPage, toItem } from './read-page.ts';

export const readAudit = query({
  operation: auditRead,
  async run({ query: wanted }, kernel) {
    const { rows, next } = await readPage(kernel.db.read, { ...wanted, after: wanted.after, order: 'newest' });
    return { items: rows.map((row) => toItem(row, true)), next };
  },
});
