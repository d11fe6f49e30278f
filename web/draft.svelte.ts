import { onMount } from 'svelte';

const day = 86_400_000;

/** Keeps what is being typed on this device for a day, through reloads and lost networks: `useDraft('incident.new', form)`. */
export function useDraft<T extends Record<string, unknown>>(name: string, values: T): { clear: () => void } {
  const key = `tt_draft:${name}`;
  let restored = $state(false);
  onMount(() => {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as { at: number; values: Partial<T> } | null;
    if (kept && Date.now() - kept.at < day) Object.assign(values, kept.values);
    restored = true;
  });
  $effect(() => {
    const text = JSON.stringify({ at: Date.now(), values });
    if (restored) localStorage.setItem(key, text);
  });
  return { clear: () => localStorage.removeItem(key) };
}
