import type { RemediationTable } from '#db/schema/incident.ts';
import type { Trx } from '#db/schema.ts';
import { statement } from '#db/statement.ts';
import type { FindingFields } from '../domain/drill/claim.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { answerable } from '../incidents/scope.ts';
import type { Projector } from '../kernel/kernel.ts';

/** Follows the findings of drills so that those recognised become work for whoever answers for the system. */
export const projectRemediation: Projector = {
  'claim.drafted': async (trx, event) => {
    const { claimId, finding } = event.payload;
    const row = { claim_id: claimId, drill_id: drillOf(event), number: '', status: 'pending', due_at: null, note: '' };
    const times = { opened_at: null, fixed_at: null, fixed_by: null, retested_at: null };
    await insertRow(trx, { ...row, ...times, ...(await findingRow(trx, drillOf(event), finding)) });
  },
  'claim.revised': async (trx, event) => {
    const { claimId, finding } = event.payload;
    await trx
      .updateTable('remediation')
      .set(await findingRow(trx, drillOf(event), finding))
      .where('claim_id', '=', claimId)
      .execute();
  },
  'claim.submitted': async (trx, { payload: { claimId, number } }) => {
    await setNumber(trx, { claimId, number });
  },
  'claim.decided': async (trx, event) => {
    const { claimId, decision } = event.payload;
    const rows = trx.updateTable('remediation').where('claim_id', '=', claimId);
    if (decision.outcome !== 'accepted') {
      await rows.set({ status: 'pending' }).execute();
      return;
    }
    const drill = await trx.selectFrom('drill').select('status').where('id', '=', drillOf(event)).executeTakeFirst();
    const due = drill?.status === 'published' ? { status: 'open', opened_at: event.at } : { status: 'recognised' };
    await rows.set({ severity: decision.severity }).execute();
    // A corrected grade does not undo a fix.
    await rows.where('status', '=', 'pending').set(due).execute();
  },
  'claim.decision_withdrawn': async (trx, { payload: { claimId } }) => {
    await trx.updateTable('remediation').set({ status: 'pending' }).where('claim_id', '=', claimId).execute();
  },
  'drill.published': async (trx, event) => {
    await trx
      .updateTable('remediation')
      .set({ status: 'open', opened_at: event.at })
      .where('drill_id', '=', drillOf(event))
      .where('status', '=', 'recognised')
      .execute();
  },
  'remediation.scheduled': async (trx, { payload: { claimId, dueAt } }) => {
    await trx.updateTable('remediation').set({ due_at: dueAt }).where('claim_id', '=', claimId).execute();
  },
  'remediation.fixed': async (trx, { payload: { claimId, note }, at, actor }) => {
    await trx
      .updateTable('remediation')
      .set({ status: 'fixed', fixed_at: at, fixed_by: actor, note })
      .where('claim_id', '=', claimId)
      .execute();
  },
  'remediation.retested': async (trx, { payload: { claimId, passed, note }, at }) => {
    const next = passed ? { status: 'retested', retested_at: at } : { status: 'open', fixed_at: null, fixed_by: null };
    await trx
      .updateTable('remediation')
      .set({ ...next, note })
      .where('claim_id', '=', claimId)
      .execute();
  },
};

const insertRow = statement((db, row: { [K in keyof RemediationTable]: RemediationTable[K] }) =>
  db.insertInto('remediation').values(row),
);
const setNumber = statement((db, { claimId, number }: { claimId: string; number: string }) =>
  db.updateTable('remediation').set({ number }).where('claim_id', '=', claimId),
);
// Two questions: joined by values bound later, SQLite would plan them anew each time, at ten times the price.
const targetOf = statement((db, { drillId, targetId }: { drillId: string; targetId: string }) =>
  db
    .selectFrom('drill_target')
    .select(['system_id', 'name', 'owner_organisation_id'])
    .where('drill_id', '=', drillId)
    .where('target_id', '=', targetId),
);
const hostOf = statement((db, { drillId }: { drillId: string }) =>
  db.selectFrom('drill').select('host_organisation_id').where('id', '=', drillId),
);

async function findingRow(trx: Trx, drillId: string, { targetId, title, severity, fixNow, fixLong }: FindingFields) {
  const [target] = await targetOf(trx, { drillId, targetId });
  const [drill] = await hostOf(trx, { drillId });
  const answering = target?.system_id ? await answerable(trx, target.system_id) : undefined;
  return {
    target_id: targetId,
    system_id: target?.system_id ?? null,
    target_name: target?.name ?? '',
    title,
    severity,
    fix_now: fixNow,
    fix_long: fixLong,
    organisation_id: answering ?? target?.owner_organisation_id ?? drill?.host_organisation_id ?? '',
  };
}

function drillOf(event: LoggedEvent): string {
  return event.stream.slice('drill:'.length);
}
