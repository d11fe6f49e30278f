import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { postgres } from '#test/dialects.ts';
import { givenKernel } from './given-kernel.ts';
import { outcome, run, writeNote } from './note.ts';

const stream = 'drill:a';

it('goes on after PostgreSQL cut every connection, and hears other processes again', async () => {
  const { kernel, place, another } = await givenKernel(postgres);
  if (place.url === null) return expect(postgres.engine).toBe('embedded');
  const heard: (string | undefined)[] = [];
  kernel.db.onCommit((name) => void heard.push(name));
  const other = await another();
  await run(other, writeNote, { stream, text: 'trước' });
  await expect.poll(() => heard).toEqual([stream]);

  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(other.db.read);
  // Reconnecting tells that anything may have happened meanwhile.
  await expect.poll(() => heard).toContain(undefined);
  await expect.poll(() => outcome(run(kernel, writeNote, { stream, text: 'giữa' }))).toBe('done');
  await expect.poll(() => outcome(run(other, writeNote, { stream: 'drill:b', text: 'sau' }))).toBe('done');
  await expect.poll(() => heard).toContain('drill:b');
});
