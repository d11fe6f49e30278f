import type { Trx } from '#db/schema.ts';
import type { NewEvent } from '../domain/event.ts';
import type { ClusterFacts, ResponseTeamFacts, SystemFacts } from '../domain/registry/events.ts';
import { clusterFactsOf, teamFactsOf } from './response-facts.ts';
import { factsOfRow } from './system-facts.ts';

/** What organisations still have: systems in use, response teams, places in clusters. */
export interface Remains {
  systems: { id: string; facts: SystemFacts }[];
  teams: { id: string; facts: ResponseTeamFacts }[];
  clusters: { id: string; facts: ClusterFacts }[];
}

/** What these organisations still have on a day (yyyy-MM-dd). */
export async function whatRemains(trx: Trx, ids: readonly string[], on: string): Promise<Remains> {
  const systems = await trx
    .selectFrom('information_system')
    .selectAll()
    .where(({ eb, or }) => or([eb('owner_id', 'in', [...ids]), eb('operator_id', 'in', [...ids])]))
    .where('status', '!=', 'retired')
    .orderBy('id')
    .execute();
  const teams = await trx
    .selectFrom('response_team')
    .selectAll()
    .where('organisation_id', 'in', [...ids])
    .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy('id')
    .execute();
  const clusters = await trx
    .selectFrom('cluster')
    .selectAll()
    .where('id', 'in', (joined) =>
      joined
        .selectFrom('cluster_member')
        .select('cluster_id')
        .where('organisation_id', 'in', [...ids]),
    )
    .where(({ eb, or }) => or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy('id')
    .execute();
  const members = await trx.selectFrom('cluster_member').selectAll().orderBy('organisation_id').execute();
  return {
    systems: systems.map((row) => ({ id: row.id, facts: factsOfRow(row) })),
    teams: teams.map((row) => ({ id: row.id, facts: teamFactsOf(row) })),
    clusters: clusters.map((row) => ({
      id: row.id,
      facts: clusterFactsOf(
        row,
        members.flatMap((member) => (member.cluster_id === row.id ? member.organisation_id : [])),
      ),
    })),
  };
}

/** The events by which all of it goes from those who end to their successor. */
export function handOver(remains: Remains, ended: ReadonlySet<string>, to: string): NewEvent[] {
  const heir = (id: string) => (ended.has(id) ? to : id);
  return [
    ...remains.systems.map(({ id, facts }): NewEvent => ({
      type: 'information_system.updated',
      subject: id,
      payload: { systemId: id, ...facts, ownerId: heir(facts.ownerId), operatorId: heir(facts.operatorId) },
    })),
    ...remains.teams.map(({ id, facts }): NewEvent => ({
      type: 'response_team.updated',
      subject: id,
      payload: { teamId: id, ...facts, organisationId: heir(facts.organisationId) },
    })),
    ...remains.clusters.map(({ id, facts }): NewEvent => ({
      type: 'cluster.updated',
      subject: id,
      payload: { clusterId: id, ...facts, memberIds: [...new Set(facts.memberIds.map(heir))] },
    })),
  ];
}
