import type { Locator, Page } from '@playwright/test';
import { vi } from '#web/i18n/vi/index.ts';

/** Types into a field that searches, and takes what it offers. */
export async function choose(place: Page | Locator, label: string, text: string): Promise<void> {
  await place.getByRole('combobox', { name: label }).fill(text);
  await place.getByRole('option', { name: text }).first().click();
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
