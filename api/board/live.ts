import type { Actor } from '../domain/actor.ts';
import type { LoggedEvent } from '../domain/event.ts';
import { applyPublic, initialPublic } from '../domain/drill/freeze.ts';
import type { PublicView } from '../domain/drill/freeze.ts';
import { audienceOf, topicsFor } from '../domain/visibility.ts';
import type { Audience, Surroundings } from '../domain/visibility.ts';
import { Refusal } from '../domain/refusal.ts';
import { seenBy } from '../drills/audience.ts';
import { rightsEvents } from '../kernel/hub.ts';
import { eventsAfter, readHead } from '../kernel/log.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { LiveEntry, LiveSource } from '../live/source.ts';

/** How a drill is heard: every audience has a history of its own, made of nothing but what it may know. */
export const drillLive: LiveSource = {
  prefix: 'drill:',
  async audience(actor, stream, kernel) {
    const drillId = stream.slice('drill:'.length);
    const audience = audienceOf(actor, drillId);
    if (audience) return (await readHead(kernel.db.read, stream)) ? audience : undefined;
    return actor.kind === 'user' && (await isOverseer(kernel, actor, drillId)) ? 'observer' : undefined;
  },
  feed(stream, audience, kernel) {
    const digest = digestOf(kernel, stream);
    const entries: LiveEntry[] = [];
    let read = 0;
    return {
      entries,
      async catchUp() {
        await digest.catchUp();
        for (const { event, around } of digest.heard.slice(read)) {
          const topics = topicsFor(event, audience as Audience, around);
          const recheck = rightsEvents.has(event.type);
          if (topics.length > 0) entries.push({ topics, ...(recheck && { recheck }) });
        }
        read = digest.heard.length;
      },
    };
  },
};

/** Whoever oversees the host hears, without a seat, what an observer hears. */
async function isOverseer(kernel: Kernel, actor: Actor, drillId: string): Promise<boolean> {
  try {
    return (await seenBy(kernel, actor, drillId)).viewer === 'overseer';
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The log of a stream with what must be known beside each event; read once for all audiences. */
class Digest {
  readonly heard: { event: LoggedEvent; around: Surroundings }[] = [];
  readonly #kernel: Kernel;
  readonly #stream: string;
  readonly #teams = new Map<string, string>();
  #view: PublicView;
  #seq = 0;

  constructor(kernel: Kernel, stream: string) {
    this.#kernel = kernel;
    this.#stream = stream;
    this.#view = initialPublic(stream.slice('drill:'.length));
  }

  async catchUp(): Promise<void> {
    for await (const events of eventsAfter(this.#kernel.db.read, this.#stream, this.#seq))
      for (const event of events) {
        if (event.seq <= this.#seq) continue;
        this.#seq = event.seq;
        if (event.type === 'event.redacted') this.#forget(event);
        this.heard.push({ event, around: this.#hear(event) });
      }
  }

  /** What was blanked in the log is not kept here either. */
  #forget({ payload }: LoggedEvent<'event.redacted'>): void {
    for (const { seq, rest } of payload.entries) {
      const told = this.heard[seq - 1];
      if (told) told.event = { ...told.event, payload: rest } as LoggedEvent;
    }
    this.#view = this.heard.reduce((view, { event }) => applyPublic(view, event), initialPublic(this.#view.shown.id));
  }

  #hear(event: LoggedEvent): Surroundings {
    const { payload, subject } = event;
    const named = 'teamId' in payload && typeof payload.teamId === 'string' ? payload.teamId : null;
    if (named !== null && subject !== null) this.#teams.set(subject, named);
    const { version } = this.#view;
    const lines = this.#view.shown.ledger.length;
    this.#view = applyPublic(this.#view, event);
    const held = this.#view.held !== null && this.#view.version === version;
    return {
      shown: !held,
      scored: this.#view.shown.ledger.length !== lines,
      teamId: named ?? (subject === null ? null : (this.#teams.get(subject) ?? null)),
    };
  }
}

const digests = new WeakMap<Kernel, Map<string, Digest>>();

function digestOf(kernel: Kernel, stream: string): Digest {
  const known = digests.get(kernel) ?? new Map<string, Digest>();
  digests.set(kernel, known);
  const digest = known.get(stream) ?? new Digest(kernel, stream);
  known.set(stream, digest);
  return digest;
}
