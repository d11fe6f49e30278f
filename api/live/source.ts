import type { Actor } from '../domain/actor.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** One visible change, as one audience may know of it: what to reload, never the content. */
export interface LiveEntry {
  topics: readonly string[];
  /** The listener's own permissions may have changed: it is asked again who it is. */
  recheck?: boolean;
}

/** The visible history of a stream for one audience; only grows. Entry n (from 1) has the SSE id n. */
export interface LiveFeed {
  readonly entries: readonly LiveEntry[];
  /** Reads the log up to its committed head. */
  catchUp(): Promise<void>;
}

/** How a kind of stream is heard. */
export interface LiveSource {
  prefix: string;
  /** Who the actor is to this stream, or undefined when it may not be heard (answered like a stream that does not exist). */
  audience(actor: Actor, stream: string, kernel: Kernel): Promise<string | undefined>;
  feed(stream: string, audience: string, kernel: Kernel): LiveFeed;
}
