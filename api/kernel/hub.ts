import type { EventType } from '../domain/event.ts';

type Listener = () => void;

/** Announced beside a stream whose change touches permissions; nothing is logged in it. */
export const rightsStream = 'rights';

/** Outside the stream `system`, which is all about permissions: what changes who may do or hear what. */
export const rightsEvents: ReadonlySet<EventType> = new Set([
  'drill.seat_given',
  'drill.seat_taken_away',
  'drill.board_code_set',
  'organisation.closed',
  'organisation.moved',
]);

/** Tells whoever waits that a stream has grown. Carries no data: listeners read the log from their own cursor. */
export class Hub {
  readonly #listeners = new Map<string, Set<Listener>>();
  #changes = 0;
  #rights = 0;

  /** Rises with every announced change: what is made of the log and its rows stays the same until it does. */
  get changes(): number {
    return this.#changes;
  }

  /** Rises whenever permissions may have changed: what is remembered about them is good only for one version. */
  get rights(): number {
    return this.#rights;
  }

  listen(stream: string, listener: Listener): () => void {
    const set = this.#listeners.get(stream) ?? new Set();
    this.#listeners.set(stream, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0 && this.#listeners.get(stream) === set) this.#listeners.delete(stream);
    };
  }

  /** A stream has grown; without a name, any stream may have. */
  poke(stream?: string): void {
    this.#changes += 1;
    if (stream === undefined || stream === 'system' || stream === rightsStream) this.#rights += 1;
    const sets =
      stream === undefined ? [...this.#listeners.values()] : [this.#listeners.get(stream) ?? new Set<Listener>()];
    for (const set of sets) for (const listener of set) listener();
  }
}
