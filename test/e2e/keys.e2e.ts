import type { Page } from '@playwright/test';
import { vi } from '#web/i18n/vi/index.ts';
import { expect, test } from './fixtures.ts';

const { shell } = vi;

/** A key as an input method (Telex, VNI) hands it to the page while a syllable is being composed. */
const compose = (page: Page, key: string, init: { isComposing?: boolean; keyCode?: number; code?: string }) =>
  page.evaluate(
    ([name, rest]) =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, code: 'KeyC', bubbles: true, cancelable: true, ...rest }),
      ),
    [key, init] as const,
  );
const isFree = (page: Page) => expect(page.getByRole('dialog')).toHaveCount(0);

test('keys taken by an input method are nobody’s shortcut', async ({ signedIn }) => {
  const page = await signedIn('officer');
  await page.goto('/drills');
  for (const [key, init] of [
    ['c', { isComposing: true }],
    ['c', { keyCode: 229 }],
    ['Process', {}],
    ['?', { isComposing: true, code: 'Slash' }],
  ] as const)
    expect(await compose(page, key, init), `${key} was taken`).toBe(true);
  await isFree(page);
  await expect(page).toHaveURL('/drills');
  // The same event without the input method does act: the check above can fail.
  expect(await compose(page, 'c', {})).toBe(false);
  await expect(page).toHaveURL('/incidents/new');
});

test('composed Vietnamese reaches the field whole', async ({ signedIn }) => {
  const page = await signedIn('officer');
  await page.goto('/incidents/new');
  const title = page.getByLabel(vi.incident.what);
  await title.focus();
  const client = await page.context().newCDPSession(page);
  for (const [part, whole] of [
    ['cu', 'cứ'],
    [' khan', ' khẩn'],
    [' cap', ' cấp'],
  ] as const) {
    await client.send('Input.imeSetComposition', {
      text: part,
      selectionStart: part.length,
      selectionEnd: part.length,
    });
    await client.send('Input.insertText', { text: whole });
  }
  await expect(title).toHaveValue('cứ khẩn cấp');
  await expect(page).toHaveURL('/incidents/new');
});

test('single keys are listed by “?” and can be switched off for good', async ({ signedIn }) => {
  const page = await signedIn('officer');
  await page.goto('/drills');
  await page.keyboard.press('Shift+?');
  const sheet = page.getByRole('dialog', { name: shell.help });
  await expect(sheet).toContainText(shell.record.incident);
  await sheet.getByLabel(shell.singleKeys).uncheck();
  await page.keyboard.press('Escape');
  await page.goto('/drills');
  await page.keyboard.press('c');
  await page.keyboard.press('Shift+?');
  await isFree(page);
  await expect(page).toHaveURL('/drills');
  // Keys with a modifier stay, and so does the palette.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
});
