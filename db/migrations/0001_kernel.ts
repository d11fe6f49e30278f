import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { createTable } from './table.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const head = { stream: 'text', seq: 'int', hash: 'text', at: 'int' } as const;
  const entry = { ...head, type: 'text', subject: 'text?', actor: 'text', occurred_at: 'int', prev: 'text' } as const;
  await createTable(
    db,
    'event',
    { ...entry, salt: 'text?', payload: 'text', digest: 'text' },
    { primary: ['stream', 'seq'], index: [['subject', 'seq'], ['at']] },
  );
  await createTable(db, 'stream', head, { primary: ['stream'] });
  await createTable(
    db,
    'checkpoint',
    { ...head, reason: 'text', key_id: 'text', signature: 'text' },
    { primary: ['stream', 'seq', 'reason'] },
  );
  await createTable(
    db,
    'signing_key',
    { id: 'text', public_key: 'text', private_key: 'text', created_at: 'int' },
    { primary: ['id'] },
  );
  await createTable(
    db,
    'idempotency',
    { actor: 'text', key: 'text', operation: 'text', digest: 'text', status: 'int', body: 'text', at: 'int' },
    { primary: ['actor', 'key'], index: [['at']] },
  );
  const lease = { run_at: 'int', lease_until: 'int', lease_by: 'text?', attempts: 'int' } as const;
  await createTable(
    db,
    'job',
    { id: 'text', kind: 'text', payload: 'text', unique_key: 'text?', ...lease, last_error: 'text?', done_at: 'int?' },
    { primary: ['id'], unique: [['unique_key']], index: [['done_at', 'run_at']] },
  );
  await guardTheLog(db);
}

/** The log only grows. The one change allowed is to blank a payload with its salt: the digest stays and still verifies. */
async function guardTheLog(db: Kysely<unknown>): Promise<void> {
  const kept = ['stream', 'seq', 'type', 'subject', 'actor', 'at', 'occurred_at', 'digest', 'prev', 'hash'];
  const same = (equals: string) => kept.map((name) => `new.${name} ${equals} old.${name}`).join(' and ');
  const refuse = 'event is append-only';
  if (db.getExecutor().adapter.supportsMultipleConnections) {
    await run(
      db,
      `create function event_guard() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' and new.payload <> old.payload and new.salt is null and ${same('is not distinct from')} then return new; end if;
      raise exception '${refuse}';
    end $$`,
    );
    await run(
      db,
      `create trigger event_no_change before update or delete on event for each row execute function event_guard()`,
    );
    await run(
      db,
      `create trigger event_no_truncate before truncate on event for each statement execute function event_guard()`,
    );
    return;
  }
  await run(
    db,
    `create trigger event_no_update before update on event
    when not (new.payload <> old.payload and new.salt is null and ${same('is')}) begin select raise(abort, '${refuse}'); end`,
  );
  await run(db, `create trigger event_no_delete before delete on event begin select raise(abort, '${refuse}'); end`);
}

/** Triggers cannot be built with the query builder; every part of these texts is a constant of this file. */
async function run(db: Kysely<unknown>, statement: string): Promise<void> {
  await sql.raw(statement).execute(db);
}
