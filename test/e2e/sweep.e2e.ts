import type { Page } from '@playwright/test';
import { vi } from '#web/i18n/vi/index.ts';
import { act } from './drill.ts';
import { expect, test } from './fixtures.ts';
import { pagesOf, readers } from './pages.ts';
import { routeOf, routes } from './routes.ts';

// Every page of every role, small and large, light and dark: nobody is kept out, nothing sticks out, every word is ours.
const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];

/** What a page shows that no page may: a hole where a word should be, text in another language, something sticking out. */
const faultsOf = (page: Page) =>
  page.evaluate((words) => {
    const { lang, scrollWidth } = document.documentElement;
    const text = document.body.innerText;
    return [
      lang !== 'vi' && `lang is ${lang}`,
      document.title.trim() === '' && 'no title',
      scrollWidth > innerWidth && `scrolls sideways: ${scrollWidth} > ${innerWidth}`,
      /undefined|\[object |\bNaN\b|\(p\) =>|\bnull\b/.exec(text)?.[0],
      // A key of the dictionary, such as incident.status.new, shown instead of its word.
      new RegExp(`\\b(?:${words.areas.join('|')})\\.[a-z]+(?:\\.[a-zA-Z]+)*\\b`).exec(text)?.[0],
      new RegExp(`(?<![\\p{L}\\d./@-])(?:${words.english.join('|')})(?![\\p{L}\\d./@-])`, 'iu').exec(text)?.[0],
      text.normalize('NFC') !== text && 'text is not NFC',
    ].filter(Boolean);
  }, foreign);

const foreign = {
  areas: Object.keys(vi),
  english: ['the', 'and', 'with', 'submit', 'save', 'cancel', 'loading', 'error', 'page not found', 'team', 'status'],
};

test.use({ trace: 'off' });
for (const login of readers)
  test(`every page of ${login ?? 'visitors'}`, async ({ signedIn, visitor, server, accessible }) => {
    test.setTimeout(240_000);
    const page = login ? await signedIn(login) : await visitor();
    if (login) await page.goto('/');
    for (const path of await pagesOf(login, server, (operation, request) => act(page, operation, request))) {
      const answer = await page.goto(path);
      expect.soft(answer?.status(), path).toBe(200);
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
      for (const size of sizes) {
        await page.setViewportSize(size);
        expect.soft(await faultsOf(page), `${path} at ${size.width}`).toEqual([]);
        await accessible(page);
      }
      // In the dark nothing changes but the colours.
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
      for (const size of sizes) {
        await page.setViewportSize(size);
        await accessible(page, 'color-contrast');
      }
    }
  });

test('the sweep sees what it looks for', async ({ page }) => {
  await page.goto('/login');
  expect(await faultsOf(page)).toEqual([]);
  for (const text of ['undefined', '[object Object]', 'incident.status.new', 'Loading', 'Tiê\u0301ng Việt']) {
    await page.evaluate((found) => (document.querySelector('h1')!.textContent = found), text);
    expect(await faultsOf(page), text).toHaveLength(1);
  }
  await page.evaluate(() => ((document.body.style.width = '5000px'), (document.documentElement.lang = 'en')));
  expect(await faultsOf(page)).toHaveLength(3);
});

test('no page is forgotten', async ({ server, signedIn }) => {
  const seen = new Set<string | undefined>();
  for (const login of readers) {
    const page = await signedIn(login ?? 'admin');
    await page.goto('/');
    const addresses = await pagesOf(login, server, (operation, request) => act(page, operation, request));
    addresses.forEach((address) => seen.add(routeOf(address)));
  }
  // Set-up is there before the first person: its own journey opens it. /admin leads on to its first page.
  expect(routes.filter((route) => !seen.has(route))).toEqual(['/setup']);
});
