import type { SystemFacts } from '../domain/registry/events.ts';
import { sortKey } from '../domain/sort-key.ts';
import { fold } from '../domain/text.ts';
import type { Projector } from '../kernel/kernel.ts';

/** Levels in the order of lists: 5 first, those without one last. */
const levelOrder = (level: number | null) => (level === null ? 9 : 5 - level);

/** The row of a system, but for what only retiring it sets. */
export function systemColumns(facts: SystemFacts, at: number) {
  const { name, shortName, dossier, plan } = facts;
  return {
    name,
    short_name: shortName,
    search_fold: fold([name, shortName ?? '', ...facts.domains].join(' ')),
    sort_key: sortKey(name),
    system_group: facts.group,
    type: facts.type,
    level: facts.level,
    level_order: levelOrder(facts.level),
    level_basis: facts.levelBasis,
    owner_id: facts.ownerId,
    operator_id: facts.operatorId,
    status: facts.status,
    domains: JSON.stringify(facts.domains),
    addresses: JSON.stringify(facts.addresses),
    description: facts.description,
    users: facts.users,
    users_note: facts.usersNote,
    personal_data: facts.personalData ? 1 : 0,
    dossier_status: dossier.status,
    decision_number: dossier.decisionNumber,
    decision_date: dossier.decisionDate,
    decision_authority: dossier.decisionAuthority,
    approval_due: dossier.approvalDue,
    plan_status: plan.status,
    plan_due: plan.due,
    last_assessed_on: facts.lastAssessedOn,
    predecessors: JSON.stringify(facts.predecessors),
    note: facts.note,
    updated_at: at,
  };
}

/** Information systems, their links and contacts from the log. */
export const projectSystems: Projector = {
  async 'information_system.registered'(trx, { payload: { systemId, ...facts }, at }) {
    await trx
      .insertInto('information_system')
      .values({ id: systemId, ...systemColumns(facts, at), successor_id: null, retired_on: null })
      .execute();
  },
  async 'information_system.updated'(trx, { payload: { systemId, ...facts }, at }) {
    await trx.updateTable('information_system').set(systemColumns(facts, at)).where('id', '=', systemId).execute();
  },
  async 'information_system.retired'(trx, { payload: { systemId, on, successorId }, at }) {
    await trx
      .updateTable('information_system')
      .set({ status: 'retired', retired_on: on, successor_id: successorId, updated_at: at })
      .where('id', '=', systemId)
      .execute();
  },
  async 'information_system.linked'(trx, { payload: { systemId, toId, kind, note } }) {
    await trx
      .insertInto('system_link')
      .values({ from_id: systemId, to_id: toId, kind, note })
      .onConflict((conflict) => conflict.columns(['from_id', 'to_id', 'kind']).doUpdateSet({ note }))
      .execute();
  },
  async 'information_system.unlinked'(trx, { payload: { systemId, toId, kind } }) {
    await trx
      .deleteFrom('system_link')
      .where('from_id', '=', systemId)
      .where('to_id', '=', toId)
      .where('kind', '=', kind)
      .execute();
  },
  async 'information_system.contact_set'(
    trx,
    { payload: { systemId, contactId, accountId, name, duty, phone, email, confirmedOn } },
  ) {
    const values = { system_id: systemId, account_id: accountId, name, duty, phone, email, confirmed_on: confirmedOn };
    await trx
      .insertInto('system_contact')
      .values({ id: contactId, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  },
  async 'information_system.contact_confirmed'(trx, { payload: { contactId, on } }) {
    await trx.updateTable('system_contact').set({ confirmed_on: on }).where('id', '=', contactId).execute();
  },
  async 'information_system.contact_removed'(trx, { payload: { contactId } }) {
    await trx.deleteFrom('system_contact').where('id', '=', contactId).execute();
  },
};
