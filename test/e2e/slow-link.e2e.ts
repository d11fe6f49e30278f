import type { Page } from '@playwright/test';
import { vi } from '#web/i18n/vi/index.ts';
import { givenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';

/** Opens a page whose scripts wait on the way until `arrive` is called. */
async function openSlowly(page: Page, path: string) {
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  const opened = page.goto(path);
  return { opened, arrive };
}

test('a button pressed before the script of the page has come acts when it comes', async ({ signedIn }) => {
  const page = await signedIn('admin');
  const { opened, arrive } = await openSlowly(page, '/organisations/response');
  await page.getByRole('button', { name: vi.registry.newCluster }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  arrive();
  await opened;
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a form sent before the script has come is sent once, and never in the address', async ({ signedIn, server }) => {
  const drill = await givenDrill(server);
  const page = await signedIn('red');
  const { opened, arrive } = await openSlowly(page, `${drill.path}/claims/new`);
  await page.getByLabel(vi.claim.name).fill('Vượt quyền xem hồ sơ');
  await page.getByRole('button', { name: vi.claim.submit }).dblclick();
  await expect(page).toHaveURL(`${drill.path}/claims/new`);
  arrive();
  await opened;
  // Sent by the page's own rules: what is missing is said, what was typed is kept.
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByLabel(vi.claim.name)).toHaveValue('Vượt quyền xem hồ sơ');
  await expect(page).toHaveURL(`${drill.path}/claims/new`);
});

test('a part of a page that was lost on the way is fetched again', async ({ signedIn }) => {
  const page = await signedIn('officer');
  const path = '/incidents/new';
  const named = await (await page.request.get(path)).text();
  let lost = 0;
  await page.route('**/*.js', async (route) => {
    const file = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    // The framework waits for the page of errors, which it does not name.
    if (named.includes(file) || file.startsWith('1.')) return route.continue();
    lost += 1;
    return route.abort('connectionrefused');
  });
  await page.goto(path);
  await expect.poll(() => lost).toBeGreaterThan(0);
  await page.unrouteAll();
  await expect(page.getByLabel(vi.incident.files)).toBeAttached();
  await page.getByLabel(vi.incident.what).fill('Máy trạm mã hóa tệp');
  await page.getByRole('button', { name: vi.incident.submit }).click();
  await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}$/);
});
