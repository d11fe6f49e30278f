import type { Actor } from '../domain/actor.ts';

/** Which request it is, from where, and, once that is found out, by whom and for what. */
export interface Asked {
  requestId: string;
  /** The network address of the caller; a proxy's header counts only where one is configured. */
  address: string;
  /** Account id; absent while nobody has looked. */
  actor?: string;
  /** Name of the operation. */
  operation?: string;
}

/** What the server knows about a request before any handler sees it. */
export interface Incoming extends Asked {
  request: Request;
  agent: string;
  /** It came over a socket of the machine itself, and nothing says that it was passed on from elsewhere. */
  local: boolean;
}

/** Finds out who asks. */
export type Identify = (incoming: Incoming) => Promise<Actor>;
