import type { ClusterTable, ResponseTeamTable } from '#db/schema/registry.ts';
import type { ClusterFacts, ResponseTeamFacts } from '../domain/registry/events.ts';
import { textList } from './system-facts.ts';

/** The facts of a response team's row. */
export const teamFactsOf = (row: ResponseTeamTable): ResponseTeamFacts => ({
  name: row.name,
  organisationId: row.organisation_id,
  clusterId: row.cluster_id,
  network: row.network === 1,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  note: row.note,
});

/** The facts of a cluster's row and its members. */
export const clusterFactsOf = (row: ClusterTable, memberIds: string[]): ClusterFacts => ({
  name: row.name,
  number: row.number,
  memberIds,
  otherMembers: textList(row.other_members),
  validTo: row.valid_to,
  note: row.note,
});
