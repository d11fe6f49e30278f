import { auditRead } from '../contract/log.ts';
import { refuse } from '../domain/refusal.ts';
import { query } from '../kernel/query.ts';
import { readPage, toItem } from './read-page.ts';

export const readAudit = query({
  operation: auditRead,
  async run({ query: wanted, actor }, kernel) {
    // These streams are about everyone: an administrator of one organisation has no business in them.
    if (!actor.grants.some(({ role, organisationId }) => role === 'admin' && organisationId === '*'))
      throw refuse('forbidden');
    const { rows, next } = await readPage(kernel.db.read, { ...wanted, after: wanted.after, order: 'newest' });
    return { items: rows.map((row) => toItem(row, { open: true, named: true })), next };
  },
});
