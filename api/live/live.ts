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
  stop(): void;
}

/** Everyone who listens, grouped by stream and audience. Permission is decided before anything is sent. */
export class Live {
  readonly #kernel: Kernel;
  readonly #sources: readonly LiveSource[];
  readonly #rooms = new Map<string, Room>();
  readonly #timers: NodeJS.Timeout[];
  readonly #unlisten: () => void;

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
    return [...this.#rooms.values()].reduce((sum, { group }) => sum + group.size, 0);
  }

  /** Connects a listener; `identify` is asked again whenever permissions may have changed. Throws a Refusal before the first byte. */
  async open(
    stream: string,
    identify: () => Promise<Actor>,
    lastId: number | null,
    openSink: () => Sink,
  ): Promise<void> {
    const source = this.#sources.find(({ prefix }) => stream.startsWith(prefix));
    const audience = await source?.audience(await identify(), stream, this.#kernel);
    if (!source || audience === undefined) throw refuse('not_found');
    const room = this.#room(source, stream, audience);
    const sink = openSink();
    const listener = {
      sink,
      stillAllowed: async () => (await source.audience(await identify(), stream, this.#kernel)) === audience,
    };
    sink.onClose(() => this.#leave(`${stream} ${audience}`, room, () => room.group.leave(listener)));
    sink.write(this.#beatChunk());
    await room.group.join(listener, lastId);
  }

  /** Ends every stream, so that listeners reconnect elsewhere and the server can stop. */
  close(): void {
    this.#unlisten();
    for (const timer of this.#timers) clearInterval(timer);
    for (const { group } of this.#rooms.values()) group.close();
  }

  #room(source: LiveSource, stream: string, audience: string): Room {
    const key = `${stream} ${audience}`;
    const known = this.#rooms.get(key);
    if (known) return known;
    const group = new Group(source.feed(stream, audience, this.#kernel));
    const poke = () =>
      void group.poke().catch((error: unknown) => this.#kernel.logger.error('live', { stream, error: String(error) }));
    const room = { group, stop: this.#kernel.hub.listen(stream, poke) };
    this.#rooms.set(key, room);
    return room;
  }

  #leave(key: string, room: Room, leave: () => void): void {
    leave();
    if (room.group.size > 0 || this.#rooms.get(key) !== room) return;
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
