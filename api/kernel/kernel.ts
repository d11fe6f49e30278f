import type { Database } from '#db/database.ts';
import type { LoggedEvent, EventType } from '../domain/event.ts';
import type { Trx } from '#db/schema.ts';
import type { Folds } from './folds.ts';
import type { Hub } from './hub.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Writes the rows that follow from an event. The same functions rebuild every row from the log. */
export type Projector = { [T in EventType]?: (trx: Trx, event: LoggedEvent<T>) => Promise<void> };

/** What every command and query works with. */
export interface Kernel {
  readonly db: Database;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly folds: Folds;
  readonly projectors: readonly Projector[];
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Folder of sealed evidence files. */
  readonly evidenceDir: string;
  readonly mode: 'real' | 'demo';
  /** Whoever says it may read the counters from another machine. */
  readonly metricsToken?: string | null;
}

/** Applies every projector to an event. */
export async function project(projectors: readonly Projector[], trx: Trx, event: LoggedEvent): Promise<void> {
  for (const projector of projectors) {
    const write = projector[event.type] as ((trx: Trx, event: LoggedEvent) => Promise<void>) | undefined;
    await write?.(trx, event);
  }
}
