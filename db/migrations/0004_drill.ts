import type { Kysely } from 'kysely';
import { createTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const plan = {
    name: 'text',
    name_fold: 'text',
    sort_key: 'text',
    theme: 'text',
    host_organisation_id: 'text',
    scenario_id: 'text?',
  } as const;
  await createTable(
    db,
    'drill',
    {
      id: 'text',
      status: 'text',
      ...plan,
      starts_at: 'int',
      ends_at: 'int',
      created_at: 'int',
      board_code_hash: 'text?',
    },
    { primary: ['id'], index: [['starts_at', 'id'], ['host_organisation_id'], ['board_code_hash']] },
  );
  await createTable(
    db,
    'drill_target',
    { drill_id: 'text', target_id: 'text', system_id: 'text?', name: 'text', owner_organisation_id: 'text?' },
    { primary: ['drill_id', 'target_id'], index: [['system_id']] },
  );
  await createTable(db, 'board_code', { drill_id: 'text', code: 'text', set_at: 'int' }, { primary: ['drill_id'] });
}
