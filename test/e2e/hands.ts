import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { vi } from '#web/i18n/vi/index.ts';

/** Types into a field that searches, and takes what it offers. */
export async function choose(place: Page | Locator, label: string, text: string): Promise<void> {
  await place.getByRole('combobox', { name: label }).fill(text);
  await place.getByRole('option', { name: text }).first().click();
}

/** The script of the page runs, and has done what was pressed before it came (web/early-acts.ts). */
export const ready = (page: Page) => page.waitForFunction(() => !globalThis.tt_early);

/** From here on a page counts as opened when it can be used, as a person sees it. */
export function waitUntilReady(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...asked) => {
    const answer = await goto(...asked);
    await ready(page);
    return answer;
  };
  page.reload = async (...asked) => {
    const answer = await reload(...asked);
    await ready(page);
    return answer;
  };
}

/** The dialog that is open. */
export const dialog = (page: Page) => page.locator('dialog[open]');

export const press = (place: Page | Locator, name: string) =>
  place.getByRole('button', { name, exact: true }).first().click();

/** A final act: its reason where one is asked, the words to be typed, the button again. */
export async function confirm(page: Page, action: string, typed?: string, reason?: string): Promise<void> {
  const box = dialog(page);
  if (reason !== undefined) await box.getByLabel(vi.control.reason).fill(reason);
  if (typed !== undefined) await box.getByLabel(vi.ui.typeToConfirm({ words: typed })).fill(typed);
  await press(box, action);
  await box.waitFor({ state: 'hidden' });
}

/** On A4 between margins of 20 mm (96 dots per inch) nothing is cut off, and the frame of the pages is not printed. */
export async function printsWhole(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 643, height: 971 });
  await page.emulateMedia({ media: 'print' });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((node) => node.checkVisibility() && node.getBoundingClientRect().right > innerWidth + 1)
      .filter((node) => !node.closest('.visually-hidden'))
      .map((node) => node.outerHTML.slice(0, 120)),
  );
  expect(cut).toEqual([]);
  await expect(page.locator('header.no-print').first()).toBeHidden();
  await page.emulateMedia({ media: null });
  if (before) await page.setViewportSize(before);
}
