import type { Trx } from '#db/schema.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { coversOrganisation, nowhere } from '../domain/registry/covers.ts';
import type { OrganisationState } from '../domain/registry/organisation.ts';
import { organisationPath } from './organisation-path.ts';
import { siblingKey } from './project-organisations.ts';

/** Who keeps the registry of an organisation. */
export const keepers = ['admin', 'officer'] as const;

/** The path of an organisation that the actor keeps; null = the top of the tree. `field` is where the form names it. */
export async function keptPath(
  trx: Trx,
  actor: Actor,
  organisationId: string | null,
  field: string[],
  roles: readonly OrganisationRole[] = keepers,
): Promise<string> {
  const path = organisationId === null ? nowhere : await organisationPath(trx, organisationId);
  if (path === undefined) throw refuse('request.invalid', {}, [{ path: field, code: 'not_found' }]);
  if (!coversOrganisation(actor, roles, path)) throw refuse('forbidden');
  return path;
}

/** An organisation for one of its keepers; `newName` also looks for a sibling of that name. */
export async function loadOrganisation(
  trx: Trx,
  actor: Actor,
  id: string,
  newName?: string,
  roles: readonly OrganisationRole[] = keepers,
): Promise<OrganisationState> {
  const row = await trx.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw refuse('not_found');
  if (!coversOrganisation(actor, roles, row.path)) throw refuse('forbidden');
  const children = await trx
    .selectFrom('organisation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('parent_id', '=', id)
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow();
  const systems = await trx
    .selectFrom('information_system')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(({ eb, or }) => or([eb('owner_id', '=', id), eb('operator_id', '=', id)]))
    .where('status', '!=', 'retired')
    .executeTakeFirstOrThrow();
  return {
    id,
    parentId: row.parent_id,
    name: row.name,
    shortName: row.short_name,
    parentSince: row.parent_since,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    livingChildren: Number(children.count),
    runningSystems: Number(systems.count),
    sameName: newName === undefined ? null : await siblingNamed(trx, row.parent_id, newName, id),
  };
}

/** The living child of `parentId` whose name could be taken for `name`. */
export async function siblingNamed(
  trx: Trx,
  parentId: string | null,
  name: string,
  but: string | null,
): Promise<string | null> {
  const row = await trx
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('sibling_key', '=', siblingKey(parentId, name, but ?? ''))
    .executeTakeFirst();
  return row && row.id !== but ? row.name : null;
}
