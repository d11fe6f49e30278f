import { onMount } from 'svelte';

/** How a dialog is fetched: by itself as soon as the page is alive, so that it opens at once and without a network, too. */
export function later<T>(load: () => Promise<T>): () => Promise<T> {
  onMount(() => void load().catch(() => undefined));
  return load;
}
