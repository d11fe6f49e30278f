import type { Read, Trx } from '#db/schema.ts';
import { seatsIn } from '../domain/actor.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { organisationPath } from '../registry/organisation-path.ts';

/** Whether the organisation exists and the person holds one of the roles for it or for one above it. */
export async function oversees(
  read: Read | Trx,
  actor: Actor,
  roles: readonly OrganisationRole[],
  organisationId: string,
): Promise<boolean> {
  const grants = actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.organisationId);
  if (grants.length === 0) return false;
  const path = await organisationPath(read, organisationId);
  return path !== undefined && (grants.includes('*') || path.split('/').some((id) => grants.includes(id)));
}

/** Lets control pass, and whoever holds one of the roles over the host; to anyone else the drill does not exist. */
export async function assertRuns(
  read: Read | Trx,
  actor: Actor,
  drillId: string,
  roles: readonly OrganisationRole[],
  hostOrganisationId: string,
): Promise<void> {
  if (seatsIn(actor, drillId).some((seat) => seat.role === 'control')) return;
  if (!(await oversees(read, actor, roles, hostOrganisationId))) throw refuse('not_found');
}
