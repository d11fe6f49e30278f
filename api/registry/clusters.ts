import type { Trx } from '#db/schema.ts';
import { clusterCreate, clusterList, clusterUpdate } from '../contract/clusters.ts';
import { refuse } from '../domain/refusal.ts';
import { command } from '../kernel/command.ts';
import { query } from '../kernel/query.ts';
import { orNull } from './or-null.ts';
import { textList } from './system-facts.ts';
import { assertSeen, revisionsOf } from '../kernel/revision.ts';

export const listClusters = query({
  operation: clusterList,
  async run(_args, { db: { read } }) {
    const clusters = await read.selectFrom('cluster').selectAll().orderBy('number').orderBy('sort_key').execute();
    const members = await read
      .selectFrom('cluster_member')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .select(['cluster_id', 'organisation.id', 'organisation.name'])
      .orderBy('organisation.sort_key')
      .execute();
    const revisions = await revisionsOf(read, 'cluster.updated', 'registry');
    const byCluster = Map.groupBy(members, (member) => member.cluster_id);
    return {
      items: clusters.map(({ id, name, number, other_members, valid_to, note }) => ({
        id,
        name,
        number,
        validTo: valid_to,
        note,
        revision: revisions.get(id) ?? 0,
        otherMembers: textList(other_members),
        members: (byCluster.get(id) ?? []).map((member) => ({ id: member.id, name: member.name })),
      })),
    };
  },
});

export const createCluster = command({
  operation: clusterCreate,
  stream: () => 'registry',
  load: (trx, { body }) => assertMembers(trx, body.memberIds),
  decide: (_state, { body: { note, ...facts }, call: { id } }) => [
    { type: 'cluster.created', subject: id, payload: { clusterId: id, ...facts, note: orNull(note) } },
  ],
  answer: (_events, { call }) => ({ id: call.id }),
});

export const updateCluster = command({
  operation: clusterUpdate,
  stream: () => 'registry',
  async load(trx, { params, body }) {
    if (!(await trx.selectFrom('cluster').select('id').where('id', '=', params.cluster).executeTakeFirst()))
      throw refuse('not_found');
    await assertSeen(trx, 'cluster.updated', params.cluster, body.revision);
    await assertMembers(trx, body.memberIds);
  },
  decide: (_state, { params: { cluster }, body: { note, revision: _seen, ...facts } }) => [
    { type: 'cluster.updated', subject: cluster, payload: { clusterId: cluster, ...facts, note: orNull(note) } },
  ],
  answer: () => ({ ok: true as const }),
});

async function assertMembers(trx: Trx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await trx
    .selectFrom('organisation')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  const missing = ids.findIndex((id) => !known.some((row) => row.id === id));
  if (missing >= 0) throw refuse('request.invalid', {}, [{ path: ['memberIds', missing], code: 'not_found' }]);
}
