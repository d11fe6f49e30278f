import type { Kysely } from 'kysely';
import { createTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const file = { id: 'text', name: 'text', size: 'int', sha256: 'text', media_type: 'text' } as const;
  await createTable(
    db,
    'upload',
    { ...file, account_id: 'text', finished_at: 'int' },
    { primary: ['id'], index: [['account_id']] },
  );
  await createTable(
    db,
    'evidence',
    { ...file, stream: 'text', subject: 'text', subject_kind: 'text', added_by: 'text', added_at: 'int' },
    { primary: ['id'], index: [['subject'], ['added_by']] },
  );
}
