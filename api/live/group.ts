import type { LiveFeed } from './source.ts';
import type { Sink } from './sink.ts';

/** A reader that has not taken this much is dropped; it comes back by itself and resumes where it was. */
const mostWaiting = 256 * 1024;

export interface Listener {
  sink: Sink;
  /** Answers whether this listener still belongs to the audience. */
  stillAllowed(): Promise<boolean>;
}

/** All listeners of one audience of one stream: every change is encoded once and written to each. */
export class Group {
  readonly #feed: LiveFeed;
  readonly #listeners = new Set<Listener>();
  #sent = 0;
  #working: Promise<void> | undefined;
  #again = false;

  constructor(feed: LiveFeed) {
    this.#feed = feed;
  }

  /** Sends what came after `lastId` (null = nothing before now), then every further change. */
  async join(listener: Listener, lastId: number | null): Promise<void> {
    await this.#feed.catchUp();
    if (!listener.sink.open()) return;
    this.#broadcast();
    const known = this.#feed.entries.length;
    if (lastId === null || lastId > known) listener.sink.write(encode(known, 'hello', { version: known }));
    else listener.sink.write(Buffer.concat([encode(lastId, 'hello', { version: known }), this.#changes(lastId)]));
    this.#listeners.add(listener);
    listener.sink.onClose(() => this.#listeners.delete(listener));
  }

  /** The stream has grown; calls during the work are folded into one more round. */
  poke(): Promise<void> {
    this.#again = true;
    this.#working ??= this.#rounds().finally(() => (this.#working = undefined));
    return this.#working;
  }

  beat(chunk: Buffer): void {
    for (const listener of this.#listeners) this.#write(listener, chunk);
  }

  async recheck(): Promise<void> {
    for (const listener of [...this.#listeners]) if (!(await listener.stillAllowed())) listener.sink.close();
  }

  close(): void {
    for (const { sink } of [...this.#listeners]) sink.close();
  }

  async #rounds(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#feed.catchUp();
      if (this.#broadcast()) await this.recheck();
    }
  }

  /** Writes what is new to everyone; answers whether permissions may have changed. */
  #broadcast(): boolean {
    const fresh = this.#feed.entries.slice(this.#sent);
    if (fresh.length === 0) return false;
    const chunk = this.#changes(this.#sent);
    this.#sent = this.#feed.entries.length;
    for (const listener of this.#listeners) this.#write(listener, chunk);
    return fresh.some((entry) => entry.recheck);
  }

  #changes(after: number): Buffer {
    return Buffer.concat(
      this.#feed.entries.slice(after).map((entry, i) => encode(after + i + 1, 'change', { topics: entry.topics })),
    );
  }

  #write(listener: Listener, chunk: Buffer): void {
    if (listener.sink.waiting() > mostWaiting) listener.sink.close();
    else listener.sink.write(chunk);
  }
}

/** One event; the data is JSON on one line, so no text can begin a field of its own. */
function encode(id: number, event: string, data: unknown): Buffer {
  return Buffer.from(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
