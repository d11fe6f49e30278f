import type { Kysely } from 'kysely';
import { createTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const named = { id: 'text', name: 'text', sort_key: 'text' } as const;
  const validity = { valid_from: 'text?', valid_to: 'text?', note: 'text?' } as const;
  const searched = {
    ...named,
    short_name: 'text?',
    search_fold: 'text',
    predecessors: 'text',
    successor_id: 'text?',
  } as const;
  await createTable(
    db,
    'organisation',
    {
      ...searched,
      parent_id: 'text?',
      path: 'text',
      kind: 'text',
      code: 'text?',
      domain: 'text?',
      sibling_key: 'text?',
      parent_since: 'text?',
      ...validity,
    },
    {
      primary: ['id'],
      unique: [['sibling_key']],
      index: [['path'], ['parent_id', 'sort_key', 'id'], ['sort_key', 'id'], ['successor_id']],
    },
  );
  await createTable(
    db,
    'organisation_parent',
    { organisation_id: 'text', parent_id: 'text?', valid_from: 'text?', valid_to: 'text' },
    { primary: ['organisation_id', 'valid_to'], index: [['parent_id']] },
  );
  await createTable(
    db,
    'organisation_name',
    { organisation_id: 'text', valid_to: 'text', name: 'text', short_name: 'text?' },
    { primary: ['organisation_id', 'valid_to'] },
  );
  await createTable(
    db,
    'cluster',
    { ...named, number: 'int?', other_members: 'text', valid_to: 'text?', note: 'text?' },
    { primary: ['id'] },
  );
  await createTable(
    db,
    'cluster_member',
    { cluster_id: 'text', organisation_id: 'text' },
    { primary: ['cluster_id', 'organisation_id'], index: [['organisation_id']] },
  );
  await createTable(
    db,
    'response_team',
    { ...named, organisation_id: 'text', cluster_id: 'text?', network: 'int', ...validity },
    { primary: ['id'], index: [['organisation_id'], ['sort_key', 'id']] },
  );
  const kind = {
    system_group: 'text',
    type: 'text',
    level: 'int?',
    level_order: 'int',
    level_basis: 'text?',
    status: 'text',
    retired_on: 'text?',
  } as const;
  const people = {
    owner_id: 'text',
    operator_id: 'text',
    users: 'int?',
    users_note: 'text?',
    personal_data: 'int',
  } as const;
  const reach = { domains: 'text', addresses: 'text', description: 'text', note: 'text?', updated_at: 'int' } as const;
  const decision = { decision_number: 'text?', decision_date: 'text?', decision_authority: 'text?' } as const;
  const dossier = {
    dossier_status: 'text',
    ...decision,
    approval_due: 'text?',
    plan_status: 'text',
    plan_due: 'text?',
    last_assessed_on: 'text?',
  } as const;
  await createTable(
    db,
    'information_system',
    { ...searched, ...kind, ...people, ...reach, ...dossier },
    {
      primary: ['id'],
      index: [
        ['sort_key', 'id'],
        ['level_order', 'sort_key', 'id'],
        ['owner_id'],
        ['operator_id'],
        ['status', 'level'],
      ],
    },
  );
  await createTable(
    db,
    'system_link',
    { from_id: 'text', to_id: 'text', kind: 'text', note: 'text?' },
    { primary: ['from_id', 'to_id', 'kind'], index: [['to_id']] },
  );
  await createTable(
    db,
    'system_contact',
    {
      id: 'text',
      system_id: 'text',
      account_id: 'text?',
      name: 'text',
      duty: 'text',
      phone: 'text',
      email: 'text',
      confirmed_on: 'text?',
    },
    { primary: ['id'], index: [['system_id']] },
  );
}
