type Notice = { kind?: 'done' | 'error'; undo?: { label: string; run: () => void; ms?: number } };

/** The event by which any code of the page reaches the Toaster, which loads its library on the first one. */
export const noticeEvent = 'tt-notice';

/** Says something in passing; nothing that must be read is said only here. */
export function notify(text: string, notice: Notice = {}): void {
  dispatchEvent(new CustomEvent(noticeEvent, { detail: { text, ...notice } }));
}

export type NoticeDetail = Notice & { text: string };
