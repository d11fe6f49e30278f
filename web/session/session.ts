import type { sessionRead } from '#api/contract/auth.ts';
import type { OutputOf } from '#api/contract/operation.ts';
import type { OrganisationRole } from '#api/domain/actor.ts';

export type Session = OutputOf<typeof sessionRead>;
export type SessionUser = NonNullable<Session['user']>;

/** The roles a person holds anywhere; what they reach with them is the API's business. */
export const rolesHeld = (user: SessionUser): ReadonlySet<OrganisationRole> =>
  new Set(user.grants.map((grant) => grant.role));
