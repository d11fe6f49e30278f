import type { Kysely } from 'kysely';
import { createTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const person = {
    id: 'text',
    login: 'text',
    login_key: 'text',
    name: 'text',
    sort_key: 'text',
    search_fold: 'text',
  } as const;
  await createTable(
    db,
    'account',
    {
      ...person,
      organisation_id: 'text?',
      email: 'text?',
      locale: 'text',
      created_at: 'int',
      disabled_at: 'int?',
      erased_at: 'int?',
    },
    {
      primary: ['id'],
      unique: [['login_key']],
      index: [
        ['sort_key', 'id'],
        ['organisation_id', 'sort_key'],
      ],
    },
  );
  await createTable(
    db,
    'credential',
    { user_id: 'text', verifier: 'text', must_change: 'int', changed_at: 'int' },
    { primary: ['user_id'] },
  );
  await createTable(
    db,
    'role_grant',
    { user_id: 'text', role: 'text', organisation_id: 'text', granted_at: 'int' },
    { primary: ['user_id', 'role', 'organisation_id'], index: [['role', 'organisation_id']] },
  );
  await createTable(
    db,
    'drill_seat',
    { drill_id: 'text', user_id: 'text', role: 'text', team_id: 'text', captain: 'int', seated_at: 'int' },
    { primary: ['drill_id', 'user_id', 'role'], index: [['user_id']] },
  );
  const secret = { created_at: 'int', expires_at: 'int' } as const;
  await createTable(
    db,
    'session',
    { id_hash: 'text', user_id: 'text', ...secret, seen_at: 'int', fresh_at: 'int', address: 'text', agent: 'text' },
    { primary: ['id_hash'], index: [['user_id'], ['expires_at']] },
  );
  await createTable(
    db,
    'device',
    { secret_hash: 'text', user_id: 'text', expires_at: 'int' },
    { primary: ['secret_hash'], index: [['user_id'], ['expires_at']] },
  );
  const scope = { drill_id: 'text?', team_id: 'text?', role: 'text', organisation_id: 'text?' } as const;
  await createTable(
    db,
    'invitation',
    {
      id: 'text',
      code_hash: 'text',
      kind: 'text',
      label: 'text',
      ...scope,
      uses: 'int',
      uses_left: 'int',
      accounts_left: 'int',
      created_by: 'text',
      revoked_at: 'int?',
      ...secret,
    },
    { primary: ['id'], unique: [['code_hash']], index: [['drill_id']] },
  );
}
