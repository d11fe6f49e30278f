import { onMount } from 'svelte';

/** Fetches a part as soon as the page is alive, and again until it has come: a lost network comes back. */
export function arrive<T>(load: () => Promise<T>, use: (part: T) => unknown): void {
  onMount(() => {
    let gone = false;
    let wait = 1_500;
    const fetch = (): unknown =>
      load().then(
        (part) => gone || use(part),
        () => gone || setTimeout(fetch, (wait = Math.min(2 * wait, 60_000))),
      );
    void fetch();
    return () => void (gone = true);
  });
}

/** How a dialog is fetched: by itself as soon as the page is alive, so that it opens at once and without a network, too. */
export function later<T>(load: () => Promise<T>): () => Promise<T> {
  onMount(() => void load().catch(() => undefined));
  return load;
}
