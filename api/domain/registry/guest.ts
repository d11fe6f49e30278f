import type { Actor } from '../actor.ts';
import type { OrganisationKind } from './kinds.ts';

/** Houses that work for or beside a province but are no part of it. */
const outside: ReadonlySet<string> = new Set<OrganisationKind>(['vendor', 'university', 'national']);

/**
 * Whether a person is a guest, such as the member of an attack team: without a role, or on the staff of a house outside.
 * A guest sees the systems of the own house only.
 */
export function isGuest(actor: Pick<Actor, 'grants'>, ownKind: string | null): boolean {
  if (actor.grants.some(({ role }) => role !== 'staff')) return false;
  return actor.grants.length === 0 || (ownKind !== null && outside.has(ownKind));
}
