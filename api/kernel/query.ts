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

export function query<O extends OperationShape>(spec: Query<O>): AnyQuery {
  return spec as unknown as AnyQuery;
}

export type AnyQuery = Query<OperationShape>;
