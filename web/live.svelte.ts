import { invalidate, invalidateAll } from '$app/navigation';
import { createContext, onMount, untrack } from 'svelte';
import { createOutage } from './outage.svelte.ts';
import { openStream, type StreamState } from './live-stream.ts';

export type Live = ReturnType<typeof createLive>;

/**
 * What the page knows of the server: its clock and whether it answers. One per page tree, in context, because state at
 * module level would be shared by everybody on the server.
 */
export function createLive(serverNow: number) {
  let now = $state(serverNow);
  let offset = 0;
  let updatedAt = $state(serverNow);
  let network = $state<'online' | 'offline'>('online');
  const outage = createOutage();
  const states = $state<Record<string, StreamState>>({});

  const state = $derived.by((): StreamState => {
    if (network === 'offline' || outage.lasting) return 'offline';
    const all = Object.values(states);
    return all.find((one) => one === 'offline') ?? all.find((one) => one === 'connecting') ?? 'online';
  });

  /** Starts the clock; the first shown second is the server's own, so that server and browser draw the same page. */
  function start() {
    offset = serverNow - Date.now();
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      now = Date.now() + offset;
      timer = setTimeout(tick, 1000 - (now % 1000));
    };
    const check = () => (network = navigator.onLine ? 'online' : 'offline');
    // A page that follows no stream asks now and then.
    const asking = setInterval(() => {
      if (Object.keys(states).length === 0 && document.visibilityState === 'visible') void outage.check();
    }, 10_000);
    tick();
    check();
    addEventListener('online', check);
    addEventListener('offline', check);
    return () => {
      clearTimeout(timer);
      clearInterval(asking);
      outage.stop();
      removeEventListener('online', check);
      removeEventListener('offline', check);
    };
  }

  function open(path: string): () => void {
    // Latency only ever makes the server's clock look late, so the largest of the last readings is the best one.
    const readings: number[] = [];
    const close = openStream(path, {
      onstate: (next) => (states[path] = next),
      onbeat: (at) => {
        readings.push(at - Date.now());
        if (readings.length > 15) readings.shift();
        offset = Math.max(...readings);
      },
      ontopics: (topics) => {
        updatedAt = Date.now() + offset;
        for (const topic of topics) void invalidate(`topic:${topic}`);
      },
      // Anything may have happened while nobody listened.
      onreturn: () => void invalidateAll(),
    });
    return () => {
      close();
      delete states[path];
    };
  }

  return {
    /** online | connecting | offline, of the network and every stream of this page. */
    get state() {
      return state;
    },
    /** Server time in ms, ticking each second in the browser. */
    get now() {
      return now;
    },
    /** When the last change arrived, server time. */
    get updatedAt() {
      return updatedAt;
    },
    /** Something is sent as soon as the server answers again. */
    get waiting() {
      return outage.waiting;
    },
    /** An act got no answer: says so at once, and runs `then` once when the server answers. Returns how to forget it. */
    lost: outage.lost,
    start,
    open,
  };
}

export const [useLive, provideLive] = createContext<Live>();

/** Keeps this page fresh: `follow(() => 'drill:' + id)`. Loads that name `depends('topic:…')` run again when told. */
export function follow(
  stream: () => string | null | undefined,
  query: () => Record<string, string> = () => ({}),
): void {
  const live = useLive();
  // A reload of the page's data must not open the stream anew: only another address does.
  const path = $derived.by(() => {
    const name = stream();
    const search = new URLSearchParams(query()).toString();
    return name ? `/api/live/${encodeURIComponent(name)}${search && `?${search}`}` : null;
  });
  $effect(() => {
    const address = path;
    return address === null ? undefined : untrack(() => live.open(address));
  });
}

/** Called once, by the root layout. */
export function startLive(serverNow: number): void {
  const live = provideLive(createLive(serverNow));
  onMount(() => live.start());
}
