import type { OperationShape } from '../contract/operation.ts';
import { rolesOf, seatsIn } from '../domain/actor.ts';
import type { Actor } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';

/** A proof of identity is fresh for ten minutes. */
const freshFor = 10 * 60_000;

/** Default deny: throws unless the operation names a role the actor holds. A drill one has no seat in does not exist. */
export function authorise(operation: OperationShape, actor: Actor, params: unknown, now: number): void {
  const drillId = drillOf(params);
  const roles = rolesOf(actor, drillId);
  if (!operation.roles.some((role) => roles.has(role))) {
    if (actor.kind === 'anonymous') throw refuse('session.required');
    if (drillId && seatsIn(actor, drillId).length === 0) throw refuse('not_found');
    throw refuse('forbidden');
  }
  if (actor.mustChangePassword && !operation.roles.includes('anyone') && operation.name !== 'password.change')
    throw refuse('session.password_must_change');
  if (operation.stepUp && now - actor.freshAt > freshFor) throw refuse('session.step_up');
}

/** The drill that the path names, if it names one. */
export function drillOf(params: unknown): string | undefined {
  const drill = (params as { drill?: unknown } | undefined)?.drill;
  return typeof drill === 'string' ? drill : undefined;
}
