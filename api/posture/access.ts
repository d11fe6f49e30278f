import type { Read, Trx } from '#db/schema.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { rootsOf, withAbove } from '../incidents/scope.ts';

/** Roles that look at the posture of their organisation and all below it. */
export const postureRoles = ['head', 'leader', 'officer', 'admin'] as const satisfies readonly OrganisationRole[];

export interface Unit {
  id: string;
  name: string;
  path: string;
}

/** Whether the person holds one of the roles for the organisation or one above it. */
export async function covers(
  db: Read | Trx,
  actor: Actor,
  roles: readonly OrganisationRole[],
  organisationId: string,
): Promise<boolean> {
  const roots = rootsOf(actor, roles);
  return roots === '*' || (await withAbove(db, organisationId)).some((id) => roots.includes(id));
}

/** The organisation, if its posture is the caller's business. Throws `not_found`. */
export async function postureUnit(read: Read, actor: Actor, organisationId: string): Promise<Unit> {
  const unit = await read
    .selectFrom('organisation')
    .select(['id', 'name', 'path'])
    .where('id', '=', organisationId)
    .executeTakeFirst();
  if (!unit || !(await covers(read, actor, postureRoles, organisationId))) throw refuse('not_found');
  return unit;
}
