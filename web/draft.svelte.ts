import { onMount } from 'svelte';
import { page } from '$app/state';

const day = 86_400_000;
const place = 'tt_draft:';

type Kept<T> = { at: number; values: Partial<T> };

/**
 * Keeps what is being typed on this device for a day, through reloads, lost networks and an expired session, for the account that
 * typed it: `useDraft('incident.new', form)`.
 */
export function useDraft<T extends Record<string, unknown>>(name: string, values: T): { clear: () => void } {
  const key = `${place}${page.data.session.user?.id ?? ''}:${name}`;
  let restored = $state(false);
  onMount(() => {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept<T> | null;
    if (kept && Date.now() - kept.at < day) Object.assign(values, kept.values);
    restored = true;
  });
  $effect(() => {
    const text = JSON.stringify({ at: Date.now(), values });
    if (restored) localStorage.setItem(key, text);
  });
  return { clear: () => localStorage.removeItem(key) };
}

/**
 * Erases the drafts on this device but those of `account`. Not left to Clear-Site-Data: browsers ignore it over plain http, and it
 * would also erase the heads by which a team's browser witnesses the log.
 */
export function forgetDrafts(account: string | null): void {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(place) && !(account && key.startsWith(`${place}${account}:`))) localStorage.removeItem(key);
}
