/** A key and what it does. `key` is written as shown: `C`, `?`, `/`, `Enter`, `Ctrl K`, `Ctrl Enter`. */
export type Hotkey = {
  key: string;
  /** What it does, in words, for the help sheet. */
  label: string;
  run: (event: KeyboardEvent) => void;
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode'>;

/** The name of a pressed key in the same form, or null while an input method (Telex, VNI) is composing. */
export function pressedKey(event: Pressed): string | null {
  // 229 is what browsers report for a key the input method has taken.
  if (event.isComposing || event.keyCode === 229 || event.key === 'Process' || event.key === 'Dead') return null;
  if (event.altKey) return null;
  const modifier = event.ctrlKey || event.metaKey ? 'Ctrl ' : '';
  // With an input method on, `c` may arrive as another letter; the place of the key is then the truth.
  const letter = /^[a-z]$/i.test(event.key)
    ? event.key
    : event.key.length === 1 && /^Key[A-Z]$/.test(event.code)
      ? event.code.slice(3)
      : event.key;
  return modifier + (letter.length === 1 ? letter.toUpperCase() : letter);
}

const typing =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=combobox], [role=listbox]';
const pressable = 'a[href], button, summary, [role=button], [role=menuitem], [role=tab], input';

/** Whether a key may act from where the focus is: single keys never from a field, Enter and space never from a button. */
export function mayAct(key: string, target: EventTarget | null, singleKeys: boolean): boolean {
  const single = !key.startsWith('Ctrl ');
  if (!single) return true;
  if (!singleKeys || !(target instanceof Element)) return singleKeys;
  if (target.closest(typing)) return false;
  return !((key === 'Enter' || key === ' ') && target.closest(pressable));
}
