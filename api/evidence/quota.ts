import type { FileStore } from '@tus/file-store';
import type { Actor } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** Bytes a team may keep as evidence, all its members together; a person without a team, as many for himself. */
export const quotaBytes = 5 * 1024 ** 3;

/** Refuses a file that would go over the quota, counting what is on its way. */
export async function assertQuota(kernel: Kernel, store: FileStore, actor: Actor, length: number): Promise<void> {
  const members = await membersWith(kernel, actor);
  const kept = await kernel.db.read
    .selectFrom('evidence')
    .select(({ fn }) => fn.sum<number | string | null>('size').as('size'))
    .where('added_by', 'in', members)
    .executeTakeFirst();
  const attached = await kernel.db.read.selectFrom('evidence').select('id').execute();
  const done = new Set(attached.map(({ id }) => id));
  let coming = 0;
  for (const id of (await store.configstore.list?.()) ?? []) {
    if (done.has(id)) continue;
    const upload = await store.configstore.get(id);
    if (members.includes(upload?.metadata?.['account'] ?? '')) coming += upload?.size ?? 0;
  }
  if (Number(kept?.size ?? 0) + coming + length > quotaBytes) throw refuse('evidence.quota', { limit: quotaBytes });
}

/** The person and everyone who sits in a team with him. */
async function membersWith(kernel: Kernel, actor: Actor): Promise<string[]> {
  const teams = actor.seats.map((seat) => seat.teamId).filter((id) => id !== null);
  if (teams.length === 0) return [actor.id];
  const rows = await kernel.db.read.selectFrom('drill_seat').select('user_id').where('team_id', 'in', teams).execute();
  return [...new Set([actor.id, ...rows.map((row) => row.user_id)])].slice(0, 400);
}
