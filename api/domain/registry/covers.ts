import type { Actor, OrganisationRole } from '../actor.ts';

/** Path of what belongs to no organisation: only a role held everywhere reaches it. */
export const nowhere = '/';

/**
 * Whether the person holds one of `roles` for the organisation with this path (`/top/…/id/`) or for one above it.
 * The path names every organisation above, so no row is needed.
 */
export function coversOrganisation(
  actor: Pick<Actor, 'grants'>,
  roles: readonly OrganisationRole[],
  path: string,
): boolean {
  const above = path.split('/');
  return actor.grants.some(
    (grant) => roles.includes(grant.role) && (grant.organisationId === '*' || above.includes(grant.organisationId)),
  );
}

/** The organisations (`*` = everywhere) at whose top the person holds one of `roles`. */
export function coveredTops(actor: Pick<Actor, 'grants'>, roles: readonly OrganisationRole[]): readonly string[] {
  const tops = actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => grant.organisationId);
  return tops.includes('*') ? ['*'] : [...new Set(tops)];
}
