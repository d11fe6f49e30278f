type Listener = () => void;

/** Tells whoever waits that a stream has grown. Carries no data: listeners read the log from their own cursor. */
export class Hub {
  readonly #listeners = new Map<string, Set<Listener>>();
  #version = 0;

  /** Rises with every announced change: what is remembered about permissions is good only for one version. */
  get version(): number {
    return this.#version;
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
    this.#version += 1;
    const sets =
      stream === undefined ? [...this.#listeners.values()] : [this.#listeners.get(stream) ?? new Set<Listener>()];
    for (const set of sets) for (const listener of set) listener();
  }
}
