import type { Attachment } from 'svelte/attachments';

/** Ctrl Enter sends the form from any of its fields; never while an input method is composing. */
export const submitOnCtrlEnter: Attachment<HTMLFormElement> = (form) => {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    event.stopPropagation();
    form.requestSubmit();
  };
  form.addEventListener('keydown', press);
  return () => form.removeEventListener('keydown', press);
};
