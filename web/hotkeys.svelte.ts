import { createContext, untrack } from 'svelte';
import { mayAct, pressedKey, type Hotkey } from './hotkeys.ts';

export type { Hotkey } from './hotkeys.ts';

const setting = 'tt_single_keys';

export type Hotkeys = ReturnType<typeof createHotkeys>;

/** The keys of this page. The latest registered wins, so a page may take over a key of the frame. */
export function createHotkeys() {
  type Layer = { scope: 'everywhere' | 'page'; keys: readonly Hotkey[] };
  let layers = $state.raw<readonly Layer[]>([]);
  // While effects are torn down they read state as it was before; the list itself must be the present one.
  let present: readonly Layer[] = [];
  const set = (next: readonly Layer[]) => (layers = present = next);
  let singleKeys = $state(true);

  return {
    /** For the help sheet and the palette. */
    get layers() {
      return layers;
    },
    /** WCAG 2.1.4: single keys can be switched off, on this device. */
    get singleKeys() {
      return singleKeys;
    },
    set singleKeys(on: boolean) {
      singleKeys = on;
      localStorage.setItem(setting, on ? 'on' : 'off');
    },
    restore() {
      singleKeys = localStorage.getItem(setting) !== 'off';
    },
    add(scope: 'everywhere' | 'page', keys: readonly Hotkey[]) {
      const layer = { scope, keys };
      set([...present, layer]);
      return () => void set(present.filter((one) => one !== layer));
    },
    handle(event: KeyboardEvent) {
      const key = pressedKey(event);
      if (key === null || event.defaultPrevented || !mayAct(key, event.target, singleKeys)) return;
      // A dialog owns the keyboard while it is open.
      const dialog = document.querySelector('dialog[open]');
      if (dialog && !key.startsWith('Ctrl ') && !dialog.hasAttribute('data-hotkeys')) return;
      const found = present.flatMap((layer) => layer.keys).findLast((one) => one.key === key);
      if (!found) return;
      event.preventDefault();
      found.run(event);
    },
  };
}

export const [useHotkeyRegistry, provideHotkeys] = createContext<Hotkeys>();

/** `useHotkeys(() => [{ key: 'T', label: t.…, run }])` in a page or a component: registered while it is shown. */
export function useHotkeys(keys: () => readonly Hotkey[], scope: 'everywhere' | 'page' = 'page'): void {
  const registry = useHotkeyRegistry();
  $effect(() => {
    const list = keys();
    // Adding reads and writes the list of layers; only the caller's own state may run this again.
    return untrack(() => registry.add(scope, list));
  });
}
