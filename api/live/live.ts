import type { Actor } from '../domain/actor.ts';
import { refuse } from '../domain/refusal.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { Group } from './group.ts';
import type { Sink } from './sink.ts';
import type { LiveSource } from './source.ts';

const beatEvery = 2_000;
const recheckEvery = 60_000;

interface Room {
  group: Group;
  /** Listeners, those included that are only about to join. */
  here: number;
  stop(): void;
}

/** Everyone who listens, grouped by stream and audience. Permission is decided before anything is sent. */
export class Live {
  readonly #kernel: Kernel;
  readonly #sources: readonly LiveSource[];
  readonly #rooms = new Map<string, Room>();
  readonly #timers: NodeJS.Timeout[];
  readonly #unlisten: () => void;
  #closed = false;

  constructor(kernel: Kernel, sources: readonly LiveSource[]) {
    this.#kernel = kernel;
    this.#sources = sources;
    this.#timers = [
      setInterval(() => this.#beat(), beatEvery).unref(),
      setInterval(() => this.#recheck(), recheckEvery).unref(),
    ];
    this.#unlisten = kernel.hub.listen('system', () => this.#recheck());
  }

  get listeners(): number {
    return [...this.#rooms.values()].reduce((sum, { here }) => sum + here, 0);
  }

  /** Connects a listener; `identify` is asked again whenever permissions may have changed. Throws a Refusal before the first byte. */
  async open(
    stream: string,
    identify: () => Promise<Actor>,
    lastId: number | null,
    openSink: () => Sink,
  ): Promise<void> {
    const source = this.#sources.find(({ prefix }) => stream.startsWith(prefix));
    const { rights } = this.#kernel.hub;
    const audience = await source?.audience(await identify(), stream, this.#kernel);
    if (!source || audience === undefined) throw refuse('not_found');
    const sink = openSink();
    const key = `${stream} ${audience}`;
    const room = this.#enter(key, source, stream, audience);
    sink.onClose(() => this.#leave(key, room));
    const stillAllowed = async () => (await source.audience(await identify(), stream, this.#kernel)) === audience;
    try {
      sink.write(this.#beatChunk());
      await room.group.join({ sink, stillAllowed }, lastId);
      if (this.#kernel.hub.rights !== rights && !(await stillAllowed())) sink.close();
      // Who came while the server was already on its way out would wait for ever, and hold it.
      if (this.#closed) sink.close();
    } catch (error) {
      // The head is sent, so there is nothing to answer any more: the listener comes back.
      this.#kernel.logger.error('live', { stream, error: String(error) });
      sink.close();
    }
  }

  /** Ends every stream, so that listeners reconnect elsewhere and the server can stop. */
  close(): void {
    this.#closed = true;
    this.#unlisten();
    for (const timer of this.#timers) clearInterval(timer);
    for (const { group } of this.#rooms.values()) group.close();
  }

  #enter(key: string, source: LiveSource, stream: string, audience: string): Room {
    const room = this.#rooms.get(key) ?? this.#room(source, stream, audience);
    room.here += 1;
    this.#rooms.set(key, room);
    return room;
  }

  #room(source: LiveSource, stream: string, audience: string): Room {
    const group = new Group(source.feed(stream, audience, this.#kernel));
    const poke = () =>
      void group.poke().catch((error: unknown) => this.#kernel.logger.error('live', { stream, error: String(error) }));
    return { group, here: 0, stop: this.#kernel.hub.listen(stream, poke) };
  }

  #leave(key: string, room: Room): void {
    room.here -= 1;
    if (room.here > 0) return;
    room.stop();
    this.#rooms.delete(key);
  }

  #beat(): void {
    const chunk = this.#beatChunk();
    for (const { group } of this.#rooms.values()) group.beat(chunk);
  }

  #beatChunk(): Buffer {
    return Buffer.from(`event: beat\ndata: {"at":${this.#kernel.clock.now()}}\n\n`);
  }

  #recheck(): void {
    for (const { group } of this.#rooms.values())
      void group.recheck().catch((error: unknown) => this.#kernel.logger.error('live', { error: String(error) }));
  }
}
