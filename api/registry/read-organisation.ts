import type { Read } from '#db/schema.ts';
import { organisationRead } from '../contract/organisations.ts';
import { refuse } from '../domain/refusal.ts';
import { coversOrganisation } from '../domain/registry/covers.ts';
import type { OrganisationKind } from '../domain/registry/kinds.ts';
import { query } from '../kernel/query.ts';
import { keepers } from './load-organisation.ts';
import { namedOf } from './named.ts';
import type { Named } from './named.ts';
import { textList } from './system-facts.ts';
import { revisionOf } from '../kernel/revision.ts';

export const readOrganisation = query({
  operation: organisationRead,
  async run({ params, actor }, { db: { read } }) {
    const row = await read
      .selectFrom('organisation')
      .selectAll()
      .where('id', '=', params.organisation)
      .executeTakeFirst();
    if (!row) throw refuse('not_found');
    const count = (table: 'organisation' | 'account') =>
      read.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count'));
    const children = await count('organisation')
      .where('parent_id', '=', row.id)
      .where('valid_to', 'is', null)
      .executeTakeFirstOrThrow();
    const accounts = await count('account')
      .where('organisation_id', '=', row.id)
      .where('disabled_at', 'is', null)
      .executeTakeFirstOrThrow();
    const systems = await read
      .selectFrom('information_system')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(({ eb, or }) => or([eb('owner_id', '=', row.id), eb('operator_id', '=', row.id)]))
      .where('status', '!=', 'retired')
      .executeTakeFirstOrThrow();
    const names = await read
      .selectFrom('organisation_name')
      .selectAll()
      .where('organisation_id', '=', row.id)
      .orderBy('valid_to')
      .execute();
    const places = await read
      .selectFrom('organisation_parent')
      .selectAll()
      .where('organisation_id', '=', row.id)
      .orderBy('valid_to')
      .execute();
    const parents = await namedOf(
      read,
      'organisation',
      places.flatMap((place) => place.parent_id ?? []),
    );
    const [successor = null] = await namedOf(read, 'organisation', row.successor_id === null ? [] : [row.successor_id]);
    return {
      id: row.id,
      name: row.name,
      shortName: row.short_name,
      kind: row.kind as OrganisationKind,
      parentId: row.parent_id,
      code: row.code,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      successorId: row.successor_id,
      children: Number(children.count),
      domain: row.domain,
      note: row.note,
      above: await aboveOf(read, row.parent_id),
      formerParents: places.map(({ parent_id, valid_to }) => ({
        parent: parents.find(({ id }) => id === parent_id) ?? null,
        validTo: valid_to,
      })),
      formerNames: names.map(({ name, short_name, valid_to }) => ({ name, shortName: short_name, validTo: valid_to })),
      predecessors: await namedOf(read, 'organisation', textList(row.predecessors)),
      successor,
      systems: Number(systems.count),
      accounts: Number(accounts.count),
      revision: await revisionOf(read, 'organisation.updated', row.id),
      mayEdit: coversOrganisation(actor, keepers, row.path),
    };
  },
});

/** From the top down to the parent. Not by the path: who has ended stands below the successor there. */
async function aboveOf(read: Read, parentId: string | null): Promise<Named[]> {
  if (parentId === null) return [];
  const { id, name, parent_id } = await read
    .selectFrom('organisation')
    .select(['id', 'name', 'parent_id'])
    .where('id', '=', parentId)
    .executeTakeFirstOrThrow();
  return [...(await aboveOf(read, parent_id)), { id, name }];
}
