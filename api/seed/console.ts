import { system } from '../domain/actor.ts';
import type { Actor } from '../domain/actor.ts';
import type { OperationShape, OutputOf } from '../contract/operation.ts';
import { execute } from '../kernel/execute.ts';
import { uuidv7 } from '../kernel/ids.ts';
import type { AnyCommand, Args } from '../kernel/command.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** Whoever sits at the server itself: may everything, and the log says `system`. */
const atConsole: Actor = {
  ...system,
  name: 'console',
  grants: ['admin', 'organiser'].map((role) => ({ role: role as 'admin', organisationId: '*' })),
};

/** Carries out a command from the console, by the same rules and the same parsing as over the network. Throws a Refusal or a ZodError. */
export async function act<O extends OperationShape>(
  kernel: Kernel,
  command: AnyCommand,
  operation: O,
  given: { params?: unknown; body?: unknown } = {},
): Promise<OutputOf<O>> {
  const at = kernel.clock.now();
  const call = { id: uuidv7(at), at, newId: () => uuidv7(at), requestId: 'console', address: '', agent: 'console' };
  const args = {
    params: operation.params?.parse(given.params),
    query: undefined,
    body: operation.body?.parse(given.body ?? {}),
    actor: atConsole,
    call,
  } as Args;
  return JSON.parse((await execute(kernel, command, args, undefined)).body) as OutputOf<O>;
}
