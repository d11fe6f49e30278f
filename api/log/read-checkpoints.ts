import { checkpointList, logHead } from '../contract/log.ts';
import type { Actor } from '../domain/actor.ts';
import { publicDrillFold } from '../domain/drill/freeze.ts';
import { refuse } from '../domain/refusal.ts';
import { audienceOf, isOfficial } from '../domain/visibility.ts';
import { latestCheckpoint } from '../kernel/checkpoint.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { streamOf } from './drill-reader.ts';
import { publicKeys, toLogCheckpoint } from './rows.ts';

export const listCheckpoints = query({
  operation: checkpointList,
  async run({ params, query: { after, limit }, actor }, kernel) {
    const stream = streamOf(params.drill);
    const last = await lastNamed(kernel, params.drill, actor);
    const offset = Number(after ?? 0);
    const rows = await kernel.db.read
      .selectFrom('checkpoint')
      .selectAll()
      .where('stream', '=', stream)
      .where('seq', '<=', last)
      .orderBy('seq', 'desc')
      .orderBy('at', 'desc')
      .orderBy('reason')
      .offset(Number.isSafeInteger(offset) && offset > 0 ? offset : 0)
      .limit(limit + 1)
      .execute();
    const next = rows.length > limit ? String(offset + limit) : null;
    return { stream, items: rows.slice(0, limit).map(toLogCheckpoint), keys: await publicKeys(kernel.db.read), next };
  },
});

export const readHeadStatement = query({
  operation: logHead,
  async run({ params, actor }, kernel) {
    const stream = streamOf(params.drill);
    const newest = await latestCheckpoint(kernel.db.read, stream, await lastNamed(kernel, params.drill, actor));
    if (!newest) return { stream, checkpoint: null, key: null };
    const keys = await publicKeys(kernel.db.read);
    return {
      stream,
      checkpoint: toLogCheckpoint(newest),
      key: keys.find(({ id }) => id === newest.key_id) ?? null,
    };
  },
});

/** The last entry a statement shown to this caller may name: the length of the log must not tell what a freeze hides. */
async function lastNamed(kernel: Kernel, drillId: string, actor: Actor): Promise<number> {
  const audience = audienceOf(actor, drillId);
  if (!audience) throw refuse('not_found');
  if (isOfficial(audience)) return Number.MAX_SAFE_INTEGER;
  return (await kernel.folds.read(publicDrillFold, streamOf(drillId))).state.horizon;
}
