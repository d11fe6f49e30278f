import type { Actor, OrganisationRole } from '../actor.ts';
import { coversOrganisation, nowhere } from '../registry/covers.ts';

export interface HeldRole {
  role: OrganisationRole;
  /** `*` = everywhere. */
  organisationId: string;
  /** Path of that organisation; `/` for everywhere. */
  path: string;
}

export interface ManagedAccount {
  id: string;
  login: string;
  name: string;
  email: string | null;
  organisationId: string | null;
  /** `/` without an organisation. */
  path: string;
  disabledAt: number | null;
  held: readonly HeldRole[];
}

/**
 * Whether an administrator may act on an account: it must lie wholly below what he administers, its roles included;
 * else the administrator of a department could take over an administrator of the province by a new password.
 */
export function mayManage(actor: Pick<Actor, 'grants'>, account: Pick<ManagedAccount, 'path' | 'held'>): boolean {
  return [account.path, ...account.held.map(({ path }) => path)].every((path) =>
    coversOrganisation(actor, ['admin'], path || nowhere),
  );
}

/** Whether an account administers everything. */
export function isChiefAdmin({ disabledAt, held }: Pick<ManagedAccount, 'disabledAt' | 'held'>): boolean {
  return disabledAt === null && held.some(({ role, organisationId }) => role === 'admin' && organisationId === '*');
}
