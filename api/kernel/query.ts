import type { OperationShape, OutputOf } from '../contract/operation.ts';
import type { Args } from './command.ts';
import type { Kernel } from './kernel.ts';

/** One way to read. */
export interface Query<O extends OperationShape> {
  operation: O;
  /** Names the answer: same key and version = same bytes. The answer is then computed once for everyone and carries an ETag. */
  version?(args: Args<O>, kernel: Kernel): Promise<{ key: string; version: string }>;
  run(args: Args<O>, kernel: Kernel): Promise<OutputOf<O> | Response>;
}

/** The version of an answer that depends on who asks, on what he asks, and on the log alone. For signed-in callers only: board screens share one id. */
export async function untilChanged(
  { params, query, actor }: Pick<Args, 'params' | 'query' | 'actor'>,
  kernel: Kernel,
  what: string,
): Promise<{ key: string; version: string }> {
  return { key: `${what}:${actor.id}:${JSON.stringify([params, query])}`, version: String(kernel.hub.changes) };
}

export function query<O extends OperationShape>(spec: Query<O>): AnyQuery {
  return spec as unknown as AnyQuery;
}

export type AnyQuery = Query<OperationShape>;
