import type { Read, Trx } from '#db/schema.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { eventsAfter } from './log.ts';

/** How the events of a kind of stream become a state. `apply` may change `state` in place. */
export interface Fold<S> {
  /** Streams it serves begin with this, for example `drill:`. */
  prefix: string;
  initial(stream: string): S;
  apply(state: S, event: LoggedEvent): S;
}

interface Cached {
  seq: number;
  state: unknown;
  /** Entries that were redacted already when they were applied. */
  redacted: Set<number>;
}

const kept = 64;

/** By fold, then by stream: one stream may be folded in several ways. */
type Cache = Map<unknown, Map<string, Cached>>;

/**
 * States of whole streams, kept in memory and brought up to date from the log by sequence number.
 * Readers and the writer keep separate copies: the writer's may be ahead by what its open transaction holds.
 */
export class Folds {
  readonly #read: Read;
  readonly #committed: Cache = new Map();
  readonly #writing: Cache = new Map();

  constructor(read: Read) {
    this.#read = read;
  }

  /** The committed state and the sequence number it stands at. */
  async read<S>(fold: Fold<S>, stream: string): Promise<{ state: S; seq: number }> {
    return this.#current(this.#committed, this.#read, fold, stream);
  }

  /** The state within a transaction that holds the lock of the stream. */
  async write<S>(trx: Trx, fold: Fold<S>, stream: string): Promise<S> {
    return (await this.#current(this.#writing, trx, fold, stream)).state;
  }

  /** Forgets what a lost transaction may have left in the writer's copies. */
  forgetWrites(): void {
    this.#writing.clear();
  }

  async #current<S>(
    caches: Cache,
    db: Read | Trx,
    fold: Fold<S>,
    stream: string,
    attempts = 3,
  ): Promise<{ state: S; seq: number }> {
    const cache = caches.get(fold) ?? new Map<string, Cached>();
    caches.set(fold, cache);
    const entry = cache.get(stream) ?? { seq: 0, state: fold.initial(stream), redacted: new Set() };
    cache.delete(stream);
    cache.set(stream, entry);
    if (cache.size > kept) cache.delete(cache.keys().next().value ?? '');
    for await (const events of eventsAfter(db, stream, entry.seq))
      for (const event of events) {
        // Another reader may have brought the same entry forward while this one waited for its rows.
        if (event.seq <= entry.seq) continue;
        if (event.redacted) entry.redacted.add(event.seq);
        if (attempts > 0 && tellsOf(event, entry.redacted)) {
          // What was folded holds what is gone from the log; whoever shares the old copy comes here too.
          if (cache.get(stream) === entry) cache.delete(stream);
          return this.#current(caches, db, fold, stream, attempts - 1);
        }
        entry.state = fold.apply(entry.state as S, event);
        entry.seq = event.seq;
      }
    return { state: entry.state as S, seq: entry.seq };
  }
}

/** Whether an event says that an entry was blanked which had been read whole. */
function tellsOf(event: LoggedEvent, redacted: ReadonlySet<number>): boolean {
  return event.type === 'event.redacted' && event.payload.entries.some(({ seq }) => !redacted.has(seq));
}
