import type { Trx } from '#db/schema.ts';
import type { ClusterFacts, ResponseTeamFacts } from '../domain/registry/events.ts';
import { sortKey } from '../domain/sort-key.ts';
import type { Projector } from '../kernel/kernel.ts';

export const teamColumns = ({
  name,
  organisationId,
  clusterId,
  network,
  validFrom,
  validTo,
  note,
}: ResponseTeamFacts) => ({
  name,
  sort_key: sortKey(name),
  organisation_id: organisationId,
  cluster_id: clusterId,
  network: network ? 1 : 0,
  valid_from: validFrom,
  valid_to: validTo,
  note,
});

export const clusterColumns = ({ name, number, otherMembers, validTo, note }: ClusterFacts) => ({
  name,
  number,
  other_members: JSON.stringify(otherMembers),
  sort_key: sortKey(name),
  valid_to: validTo,
  note,
});

/** Response teams and network clusters from the log. */
export const projectResponse: Projector = {
  async 'response_team.created'(trx, { payload: { teamId, ...facts } }) {
    await trx
      .insertInto('response_team')
      .values({ id: teamId, ...teamColumns(facts) })
      .execute();
  },
  async 'response_team.updated'(trx, { payload: { teamId, ...facts } }) {
    await trx.updateTable('response_team').set(teamColumns(facts)).where('id', '=', teamId).execute();
  },
  async 'cluster.created'(trx, { payload: { clusterId, ...facts } }) {
    await trx
      .insertInto('cluster')
      .values({ id: clusterId, ...clusterColumns(facts) })
      .execute();
    await setMembers(trx, clusterId, facts.memberIds);
  },
  async 'cluster.updated'(trx, { payload: { clusterId, ...facts } }) {
    await trx.updateTable('cluster').set(clusterColumns(facts)).where('id', '=', clusterId).execute();
    await setMembers(trx, clusterId, facts.memberIds);
  },
};

async function setMembers(trx: Trx, clusterId: string, memberIds: readonly string[]): Promise<void> {
  await trx.deleteFrom('cluster_member').where('cluster_id', '=', clusterId).execute();
  for (const organisationId of new Set(memberIds))
    await trx.insertInto('cluster_member').values({ cluster_id: clusterId, organisation_id: organisationId }).execute();
}
