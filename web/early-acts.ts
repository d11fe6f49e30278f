declare global {
  /** What was pressed or sent before the script of the page ran; the head of the page collects it. */
  var tt_early: Map<Element, 'click' | 'submit'> | undefined;
}

/** On a slow link a page is read before its script has come: what was pressed meanwhile is done now, each once, in its order. */
export function doEarlyActs(): void {
  const early = globalThis.tt_early;
  globalThis.tt_early = undefined;
  for (const [element, act] of early ?? []) {
    if (!element.isConnected) continue;
    if (element instanceof HTMLFormElement && act === 'submit') element.requestSubmit();
    else if (element instanceof HTMLElement) element.click();
  }
}
