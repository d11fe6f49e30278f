import type { Read, Trx } from '#db/schema.ts';
import type { Actor, OrganisationRole } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import { coversOrganisation } from '../domain/registry/covers.ts';
import { keepers, keptPath } from './load-organisation.ts';

/** A system with the paths of its owner and operator. */
export async function findSystem(read: Read | Trx, id: string) {
  return read
    .selectFrom('information_system')
    .innerJoin('organisation as owner', 'owner.id', 'owner_id')
    .innerJoin('organisation as operator', 'operator.id', 'operator_id')
    .selectAll('information_system')
    .select([
      'owner.path as ownerPath',
      'owner.name as ownerName',
      'operator.path as operatorPath',
      'operator.name as operatorName',
    ])
    .where('information_system.id', '=', id)
    .executeTakeFirst();
}

export type SystemRow = NonNullable<Awaited<ReturnType<typeof findSystem>>>;

/** Whether the person holds one of `roles` for the owner or the operator. */
export function coversSystem(
  actor: Actor,
  roles: readonly OrganisationRole[],
  { ownerPath, operatorPath }: Pick<SystemRow, 'ownerPath' | 'operatorPath'>,
): boolean {
  return coversOrganisation(actor, roles, ownerPath) || coversOrganisation(actor, roles, operatorPath);
}

/** A system for one of its keepers. */
export async function loadSystem(trx: Trx, actor: Actor, id: string): Promise<SystemRow> {
  const system = await findSystem(trx, id);
  if (!system) throw refuse('not_found');
  if (!coversSystem(actor, keepers, system)) throw refuse('forbidden');
  return system;
}

/** The owner must be kept by the actor; the operator need only exist, often it is a vendor. */
export async function assertPlaces(
  trx: Trx,
  actor: Actor,
  { ownerId, operatorId }: { ownerId: string; operatorId: string },
): Promise<void> {
  await keptPath(trx, actor, ownerId, ['ownerId']);
  const operator = await trx.selectFrom('organisation').select('id').where('id', '=', operatorId).executeTakeFirst();
  if (!operator) throw refuse('request.invalid', {}, [{ path: ['operatorId'], code: 'not_found' }]);
}
