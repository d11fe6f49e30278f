import type { Trx } from '#db/schema.ts';
import { blank } from '../domain/blank.ts';
import { nameKey } from '../domain/name.ts';
import { sortKey } from '../domain/sort-key.ts';
import { fold } from '../domain/text.ts';
import type { Projector } from '../kernel/kernel.ts';
import { standBelow } from './project-standing.ts';

const searchFold = (name: string, shortName: string | null, code: string | null) =>
  fold(`${name} ${shortName ?? ''} ${code ?? ''}`);

/** What of a row follows from what the organisation is called. */
export const nameColumns = (name: string, shortName: string | null, code: string | null) => ({
  name,
  short_name: shortName,
  search_fold: searchFold(name, shortName, code),
  sort_key: sortKey(name),
});

/** What no two living organisations below one parent may share; one whose name was blanked is told apart by its id. */
export const siblingKey = (parentId: string | null, name: string, id: string) =>
  `${parentId ?? ''}/${name === blank ? `${blank}${id}` : nameKey(name)}`;

/** Organisations and their former names from the log. */
export const projectOrganisations: Projector = {
  async 'organisation.created'(trx, { payload: created }) {
    const { organisationId, parentId, name, shortName, kind, code, domain, validFrom, predecessors, note } = created;
    const above = parentId === null ? '/' : await pathOf(trx, parentId);
    const path = `${above}${organisationId}/`;
    await trx
      .insertInto('organisation')
      .values({
        id: organisationId,
        parent_id: parentId,
        path,
        kind,
        code,
        ...nameColumns(name, shortName, code),
        domain,
        sibling_key: siblingKey(parentId, name, organisationId),
        valid_from: validFrom,
        valid_to: null,
        parent_since: null,
        predecessors: JSON.stringify(predecessors),
        successor_id: null,
        note,
      })
      .execute();
    // They ended first: only then was their name free.
    const ended = await trx
      .selectFrom('organisation')
      .select('id')
      .where('successor_id', '=', organisationId)
      .execute();
    for (const { id } of ended) await standBelow(trx, id, path);
  },
  async 'organisation.updated'(trx, { payload: { organisationId, kind, code, domain, note } }) {
    const { name, short_name } = await rowOf(trx, organisationId);
    await trx
      .updateTable('organisation')
      .set({ kind, code, domain, note, search_fold: searchFold(name, short_name, code) })
      .where('id', '=', organisationId)
      .execute();
  },
  async 'organisation.renamed'(trx, { payload: { organisationId, name, shortName, validFrom } }) {
    const row = await rowOf(trx, organisationId);
    const past = { name: row.name, short_name: row.short_name };
    await trx
      .insertInto('organisation_name')
      .values({ organisation_id: organisationId, valid_to: validFrom, ...past })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .updateTable('organisation')
      .set({
        ...nameColumns(name, shortName, row.code),
        sibling_key: siblingKey(row.parent_id, name, organisationId),
      })
      .where('id', '=', organisationId)
      .execute();
  },
  async 'organisation.moved'(trx, { payload: { organisationId, parentId, validFrom } }) {
    const { parent_id, parent_since, name } = await rowOf(trx, organisationId);
    await trx
      .insertInto('organisation_parent')
      .values({ organisation_id: organisationId, parent_id, valid_from: parent_since, valid_to: validFrom })
      .execute();
    await trx
      .updateTable('organisation')
      .set({ parent_id: parentId, parent_since: validFrom, sibling_key: siblingKey(parentId, name, organisationId) })
      .where('id', '=', organisationId)
      .execute();
    await standBelow(trx, organisationId, parentId === null ? '/' : await pathOf(trx, parentId));
  },
  async 'organisation.closed'(trx, { payload: { organisationId, validTo, successorId } }) {
    await trx
      .updateTable('organisation')
      .set({ valid_to: validTo, successor_id: successorId, sibling_key: null })
      .where('id', '=', organisationId)
      .execute();
    if (successorId === null) return;
    const successor = await trx
      .selectFrom('organisation')
      .select(['predecessors', 'path'])
      .where('id', '=', successorId)
      .executeTakeFirst();
    // A successor entered later names its predecessors itself.
    if (!successor) return;
    await standBelow(trx, organisationId, successor.path);
    const before = JSON.parse(successor.predecessors) as string[];
    if (!before.includes(organisationId))
      await trx
        .updateTable('organisation')
        .set({ predecessors: JSON.stringify([...before, organisationId]) })
        .where('id', '=', successorId)
        .execute();
  },
};

const rowOf = (trx: Trx, id: string) =>
  trx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

async function pathOf(trx: Trx, id: string): Promise<string> {
  return (await rowOf(trx, id)).path;
}
