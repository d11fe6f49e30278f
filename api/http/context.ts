import type { Actor } from '../domain/actor.ts';

/** What the server knows about a request before any handler sees it. */
export interface Incoming {
  request: Request;
  requestId: string;
  /** The network address of the caller; a proxy's header counts only where one is configured. */
  address: string;
  agent: string;
}

/** Finds out who asks. */
export type Identify = (incoming: Incoming) => Promise<Actor>;
