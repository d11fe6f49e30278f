import type { Context, Hono } from 'hono';
import type { OperationShape } from '../contract/operation.ts';
import { isCommand } from '../contract/operation.ts';
import { refuse } from '../domain/refusal.ts';
import { authorise } from '../kernel/authorise.ts';
import type { AnyCommand, Args } from '../kernel/command.ts';
import { execute } from '../kernel/execute.ts';
import { sha256, uuidv7 } from '../kernel/ids.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { AnyQuery } from '../kernel/query.ts';
import { answer, answerJson } from './answer.ts';
import { readJson } from './body.ts';
import type { Identify, Incoming } from './context.ts';
import { parsePart, queryOf } from './parse.ts';
import { assertSameOrigin } from './same-origin.ts';

export interface Surface {
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
}

export type Env = { Variables: { incoming: Incoming } };

/** Mounts every command and query at the address of its operation. */
export function mountRoutes(app: Hono<Env>, kernel: Kernel, identify: Identify, surface: Surface): void {
  for (const command of surface.commands)
    app.on(command.operation.method, command.operation.path, async (c) => {
      const incoming = c.get('incoming');
      incoming.operation = command.operation.name;
      assertSameOrigin(incoming.request);
      const args = await argumentsOf(c, kernel, identify, command.operation);
      const key = c.req.header('idempotency-key');
      if (args.actor.kind === 'user' && !key) throw refuse('idempotency.required');
      if (key && !/^[\w-]{8,100}$/.test(key)) throw refuse('idempotency.required');
      const done = await execute(kernel, command, args, args.actor.kind === 'user' ? key : undefined);
      return answerJson(c, done.body, done.headers);
    });

  const cached = new Map<string, { version: string; body: Buffer; etag: string }>();
  for (const query of surface.queries)
    app.get(query.operation.path, async (c) => {
      const args = await argumentsOf(c, kernel, identify, query.operation);
      if (!query.version) {
        const result = await query.run(args, kernel);
        return result instanceof Response ? result : answerJson(c, JSON.stringify(result));
      }
      const { key, version } = await query.version(args, kernel);
      let entry = cached.get(key);
      if (entry?.version !== version) {
        const text = JSON.stringify(await query.run(args, kernel));
        entry = { version, body: Buffer.from(text), etag: `"${sha256(text).slice(0, 22)}"` };
        cached.set(key, entry);
        if (cached.size > 1_000) cached.delete(cached.keys().next().value ?? '');
      }
      const headers = { etag: entry.etag, 'cache-control': 'private, no-cache' };
      if (c.req.header('if-none-match') === entry.etag) return answer(c, null, headers, 304);
      return answerJson(c, entry.body, headers);
    });
}

async function argumentsOf(
  c: Context<Env>,
  kernel: Kernel,
  identify: Identify,
  operation: OperationShape,
): Promise<Args> {
  const incoming = c.get('incoming');
  incoming.operation = operation.name;
  const actor = await identify(incoming);
  incoming.actor = actor.id;
  const params = operation.params && parsePart(operation.params, c.req.param(), 'params');
  const at = kernel.clock.now();
  authorise(operation, actor, params, at);
  const query = parsePart(operation.query, queryOf(c.req), 'query');
  const body = isCommand(operation) ? parsePart(operation.body, await readJson(incoming.request), 'body') : undefined;
  const { requestId, address, agent, local } = incoming;
  // Only a change makes anything that needs an id; random bytes are a tenth of a read.
  const call = {
    id: isCommand(operation) ? uuidv7(at) : '',
    at,
    newId: () => uuidv7(at),
    requestId,
    address,
    agent,
    local,
    request: incoming.request,
  };
  return { params, query, body, actor, call } as Args;
}
