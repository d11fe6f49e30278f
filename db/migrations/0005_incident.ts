import type { Kysely } from 'kysely';
import { createTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const place = { organisation_id: 'text', system_id: 'text?', target_id: 'text?' } as const;
  const times = {
    detected_at: 'int',
    reported_at: 'int',
    acknowledged_at: 'int?',
    contained_at: 'int?',
    resolved_at: 'int?',
    closed_at: 'int?',
  } as const;
  const counts = { next_due_at: 'int?', serious: 'int?', open_tasks: 'int', incomplete_actions: 'int' } as const;
  await createTable(
    db,
    'incident',
    {
      id: 'text',
      number_key: 'text',
      number: 'text',
      mode: 'text',
      drill_id: 'text?',
      team_id: 'text?',
      ...place,
      title: 'text',
      title_fold: 'text',
      severity: 'text',
      type: 'text?',
      status: 'text',
      open: 'int',
      reporter: 'text',
      assignee: 'text?',
      ...times,
      ...counts,
      state: 'text',
    },
    {
      primary: ['id'],
      unique: [['number_key']],
      index: [
        ['mode', 'id'],
        ['organisation_id', 'mode', 'id'],
        ['drill_id', 'team_id', 'id'],
        ['system_id', 'mode', 'id'],
        ['assignee', 'open'],
        ['reporter', 'open'],
        ['mode', 'next_due_at'],
      ],
    },
  );
  await createTable(
    db,
    'incident_token',
    { token: 'text', ticket_id: 'text' },
    { primary: ['token', 'ticket_id'], index: [['ticket_id']] },
  );
  await createTable(
    db,
    'incident_clock',
    {
      ticket_id: 'text',
      code: 'text',
      started_at: 'int',
      due_at: 'int',
      reported_at: 'int?',
      at_once: 'int',
      void: 'int',
    },
    { primary: ['ticket_id', 'code'], index: [['due_at']] },
  );
  await createTable(
    db,
    'incident_task',
    { id: 'text', ticket_id: 'text', title: 'text', assignee: 'text?', due_at: 'int?' },
    { primary: ['id'], index: [['ticket_id'], ['assignee', 'due_at']] },
  );
  const finding = {
    claim_id: 'text',
    drill_id: 'text',
    number: 'text',
    system_id: 'text?',
    target_id: 'text',
    target_name: 'text',
    organisation_id: 'text',
  } as const;
  await createTable(
    db,
    'remediation',
    {
      ...finding,
      severity: 'text',
      title: 'text',
      fix_now: 'text',
      fix_long: 'text',
      status: 'text',
      due_at: 'int?',
      opened_at: 'int?',
      fixed_at: 'int?',
      fixed_by: 'text?',
      retested_at: 'int?',
      note: 'text',
    },
    { primary: ['claim_id'], index: [['organisation_id', 'status'], ['drill_id']] },
  );
}
