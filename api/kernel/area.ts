import type { AnyCommand } from './command.ts';
import type { JobHandler } from './jobs.ts';
import type { Projector } from './kernel.ts';
import type { AnyQuery } from './query.ts';

/** What one area of the product contributes. */
export interface Area {
  commands: readonly AnyCommand[];
  queries: readonly AnyQuery[];
  projector: Projector;
  jobs: Readonly<Record<string, JobHandler>>;
}
