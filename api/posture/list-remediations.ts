import { remediationList } from '../contract/remediation.ts';
import type { OutputOf } from '../contract/operation.ts';
import { isBelow, rootsOf } from '../incidents/scope.ts';
import { query } from '../kernel/query.ts';
import { covers, postureRoles } from './access.ts';

export const listRemediations = query({
  operation: remediationList,
  run: async ({ query: asked, actor }, { db: { read } }) => {
    const roots = rootsOf(actor, postureRoles);
    const controlled = actor.seats.filter((seat) => seat.role === 'control').map((seat) => seat.drillId);
    let rows = read
      .selectFrom('remediation')
      .innerJoin('drill', 'drill.id', 'remediation.drill_id')
      .where('remediation.status', 'in', asked.status ? [asked.status] : ['open', 'fixed', 'retested']);
    if (roots !== '*')
      rows = rows.where((eb) =>
        eb.or([isBelow('remediation.organisation_id', roots), eb('remediation.drill_id', 'in', ['', ...controlled])]),
      );
    if (asked.organisation) rows = rows.where(isBelow('remediation.organisation_id', [asked.organisation]));
    if (asked.fromDrill) rows = rows.where('remediation.drill_id', '=', asked.fromDrill);
    if (asked.severity) rows = rows.where('remediation.severity', '=', asked.severity);
    const total = await rows.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    if (asked.after) rows = rows.where('claim_id', '<', asked.after);
    const found = await rows
      .selectAll('remediation')
      .select('drill.name as drill_name')
      .orderBy('claim_id', 'desc')
      .limit(asked.limit + 1)
      .execute();

    const items = await Promise.all(
      found.slice(0, asked.limit).map(async (row) => {
        const officer = await covers(read, actor, ['officer'], row.organisation_id);
        const control = controlled.includes(row.drill_id);
        // Leaders and administrators see that there is work, not how the system can be broken.
        const told = officer || control || (await covers(read, actor, ['head'], row.organisation_id));
        return {
          claimId: row.claim_id,
          number: row.number,
          drillId: row.drill_id,
          drillName: row.drill_name,
          systemId: row.system_id,
          targetName: row.target_name,
          organisationId: row.organisation_id,
          severity: row.severity,
          status: row.status,
          note: told ? row.note : '',
          dueAt: row.due_at,
          title: told ? row.title : null,
          fixNow: told ? row.fix_now : null,
          fixLong: told ? row.fix_long : null,
          openedAt: row.opened_at,
          fixedAt: row.fixed_at,
          retestedAt: row.retested_at,
          mayFix: officer && row.status === 'open',
          mayRetest: (officer || control) && row.status === 'fixed' && row.fixed_by !== actor.id,
        };
      }),
    );
    return {
      items,
      next: found.length > asked.limit ? (items.at(-1)?.claimId ?? null) : null,
      total: Number(total.count),
    } as OutputOf<typeof remediationList>;
  },
});
