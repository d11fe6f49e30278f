import type { Trx } from '#db/schema.ts';
import { responseTeamCreate, responseTeamList, responseTeamUpdate } from '../contract/response-teams.ts';
import { refuse } from '../domain/refusal.ts';
import { fold, tokens } from '../domain/text.ts';
import { command } from '../kernel/command.ts';
import { query } from '../kernel/query.ts';
import { nextCursor, placeOf } from './keyset.ts';
import { keptPath } from './load-organisation.ts';
import { orNull } from './or-null.ts';
import { assertSeen, revisionsOf } from '../kernel/revision.ts';

export const listResponseTeams = query({
  operation: responseTeamList,
  async run({ query: { search, cluster, limit, after } }, { db: { read } }) {
    const place = placeOf(after);
    // A province has dozens: the words are looked for here.
    const words = tokens(search);
    let teams = read
      .selectFrom('response_team')
      .innerJoin('organisation', 'organisation.id', 'organisation_id')
      .leftJoin('cluster', 'cluster.id', 'cluster_id')
      .selectAll('response_team')
      .select(['organisation.name as organisationName', 'cluster.name as clusterName']);
    if (cluster !== undefined) teams = teams.where('cluster_id', '=', cluster);
    const all = (await teams.orderBy('response_team.sort_key').orderBy('response_team.id').execute()).filter((row) =>
      words.every((word) => fold(`${row.name} ${row.organisationName}`).includes(word)),
    );
    const rows = all
      .filter(
        (row) =>
          place === null || row.sort_key > place.sortKey || (row.sort_key === place.sortKey && row.id > place.id),
      )
      .slice(0, limit);
    const revisions = await revisionsOf(read, 'response_team.updated', 'registry');
    return {
      items: rows.map((row) => ({
        id: row.id,
        name: row.name,
        organisation: { id: row.organisation_id, name: row.organisationName },
        cluster: row.cluster_id === null ? null : { id: row.cluster_id, name: row.clusterName ?? '' },
        network: row.network === 1,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        note: row.note,
        revision: revisions.get(row.id) ?? 0,
      })),
      next: nextCursor(rows, limit),
      total: all.length,
    };
  },
});

export const createResponseTeam = command({
  operation: responseTeamCreate,
  stream: () => 'registry',
  async load(trx, { body, actor }) {
    await keptPath(trx, actor, body.organisationId, ['organisationId']);
    await assertCluster(trx, body.clusterId);
  },
  decide: (_state, { body: { note, ...facts }, call: { id } }) => [
    { type: 'response_team.created', subject: id, payload: { teamId: id, ...facts, note: orNull(note) } },
  ],
  answer: (_events, { call }) => ({ id: call.id }),
});

export const updateResponseTeam = command({
  operation: responseTeamUpdate,
  stream: () => 'registry',
  async load(trx, { params, body, actor }) {
    const team = await trx
      .selectFrom('response_team')
      .select('organisation_id')
      .where('id', '=', params.team)
      .executeTakeFirst();
    if (!team) throw refuse('not_found');
    await assertSeen(trx, 'response_team.updated', params.team, body.revision);
    await keptPath(trx, actor, team.organisation_id, ['organisationId']);
    await keptPath(trx, actor, body.organisationId, ['organisationId']);
    await assertCluster(trx, body.clusterId);
  },
  decide: (_state, { params: { team }, body: { note, revision: _seen, ...facts } }) => [
    { type: 'response_team.updated', subject: team, payload: { teamId: team, ...facts, note: orNull(note) } },
  ],
  answer: () => ({ ok: true as const }),
});

async function assertCluster(trx: Trx, id: string | null): Promise<void> {
  if (id !== null && !(await trx.selectFrom('cluster').select('id').where('id', '=', id).executeTakeFirst()))
    throw refuse('request.invalid', {}, [{ path: ['clusterId'], code: 'not_found' }]);
}
