import type { Read, Trx } from '#db/schema.ts';
import { seatsIn } from '../domain/actor.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';

/** Whether the person holds one of the roles for the organisation. */
export async function oversees(_read: Read | Trx, actor: Actor, roles: readonly OrganisationRole[], organisationId: string): Promise<boolean> {
  const grants = actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.organisationId);
  return grants.includes('*') || grants.includes(organisationId);
}

/** Lets control pass, and whoever holds one of the roles over the host; to anyone else the drill does not exist. */
export async function assertRuns(
  read: Read | Trx, actor: Actor, drillId: string, roles: readonly OrganisationRole[], hostOrganisationId: string,
): Promise<void> {
  if (seatsIn(actor, drillId).some((seat) => seat.role === 'control')) return;
  if (!(await oversees(read, actor, roles, hostOrganisationId))) throw refuse('not_found');
}
