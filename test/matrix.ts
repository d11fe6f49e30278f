import { organisationRoles, seatRoles } from '#api/domain/actor.ts';
import type { OperationShape } from '#api/contract/operation.ts';

/** Everyone who may knock. `elsewhere` sits in another drill, `removed` lost the seat, `expired` and `disabled` had a session. */
export const actors = [
  'anonymous',
  'expired',
  'disabled',
  'kiosk',
  'kiosk-elsewhere',
  'user',
  ...organisationRoles,
  ...seatRoles,
  'elsewhere',
  'removed',
] as const;
export type ActorName = (typeof actors)[number];

const outside = new Set<ActorName>(['anonymous', 'expired', 'disabled']);
const screens = new Set<ActorName>(['kiosk', 'kiosk-elsewhere']);

/** The roles with which somebody comes to an operation; written apart from the code that decides, so that the two check each other. */
function rolesFor(actor: ActorName, inDrill: boolean): string[] {
  if (outside.has(actor)) return ['anyone'];
  if (screens.has(actor)) return inDrill && actor === 'kiosk-elsewhere' ? ['anyone'] : ['anyone', 'kiosk'];
  if ((organisationRoles as readonly string[]).includes(actor)) return ['anyone', 'user', actor];
  if ((seatRoles as readonly string[]).includes(actor))
    return inDrill ? ['anyone', 'user', `drill:${actor}`] : ['anyone', 'user'];
  return ['anyone', 'user'];
}

/** `allow`, or the code of the refusal. */
export function verdict(operation: OperationShape, actor: ActorName): string {
  const inDrill = operation.path.includes('/:drill');
  if (rolesFor(actor, inDrill).some((role) => (operation.roles as readonly string[]).includes(role))) return 'allow';
  if (outside.has(actor)) return 'session.required';
  const seated = (seatRoles as readonly string[]).includes(actor);
  return inDrill && !seated ? 'not_found' : 'forbidden';
}

/** The whole table: who reaches what, when. */
export function matrixOf(operations: readonly OperationShape[]) {
  const rows = operations
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((operation) => [
      operation.name,
      {
        route: `${operation.method} ${operation.path}`,
        phases: operation.phases?.join(' ') ?? 'all',
        stepUp: operation.stepUp ?? false,
        allow: actors.filter((actor) => verdict(operation, actor) === 'allow').join(' '),
      },
    ]);
  return Object.fromEntries(rows) as Record<string, unknown>;
}
