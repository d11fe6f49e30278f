import type { Page } from '@playwright/test';
import { vi } from '#web/i18n/vi/index.ts';
import { expect, test as base } from './fixtures.ts';
import { startServer } from './server-process.ts';

/** A server nobody has set up, for every test anew. */
const test = base.extend<{ fresh: Awaited<ReturnType<typeof startServer>> }>({
  fresh: async ({}, use) => {
    const fresh = await startServer({ untouched: true });
    await use(fresh);
    await fresh.stop();
  },
  baseURL: async ({ fresh }, use) => use(fresh.url),
});

const secret = 'mùa lúa chín vàng bên sông';
const { auth, shell, problem } = vi;
const account = (page: Page) => page.locator('summary', { hasText: shell.account({ name: 'Nguyễn Thị Khởi Tạo' }) });

test('the code of the console makes the first administrator, a wrong one is refused in words', async ({
  page,
  fresh,
  accessible,
}) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/setup/);
  await accessible(page);
  const fill = async (code: string) => {
    await page.getByLabel(auth.setupCode).fill(code);
    await page.getByLabel(auth.newPassword, { exact: true }).fill(secret);
    await page.getByRole('button', { name: auth.create }).click();
  };
  await page.getByLabel(auth.orgName).fill('Sở Khoa học và Công nghệ (mẫu)');
  await page.getByLabel(auth.yourName).fill('Nguyễn Thị Khởi Tạo');
  await page.getByLabel(auth.login).fill('khoi.tao');
  await fill('AAAA-BBBB-CCCC');
  await expect(page.getByRole('alert').first()).toContainText(problem['setup.code']());
  await expect(page.getByLabel(auth.yourName)).toHaveValue('Nguyễn Thị Khởi Tạo');
  await fill(fresh.setupCode ?? '');
  await expect(page).not.toHaveURL(/\/setup/);
  await account(page).click();
  await page.getByRole('button', { name: shell.signOut }).click();
  await expect(page).toHaveURL(/\/login/);
  await page.getByLabel(auth.login).fill('khoi.tao');
  await page.getByLabel(auth.password, { exact: true }).fill(secret);
  await page.keyboard.press('Enter');
  await expect(account(page)).toBeVisible();
});

test('the same works without script', async ({ visitor, fresh }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/');
  await page.getByLabel(auth.setupCode).fill((fresh.setupCode ?? '').toLowerCase().replaceAll('-', ''));
  await page.getByLabel(auth.orgName).fill('Sở Khoa học và Công nghệ (mẫu)');
  await page.getByLabel(auth.yourName).fill('Nguyễn Thị Khởi Tạo');
  await page.getByLabel(auth.login).fill('khoi.tao');
  await page.getByLabel(auth.newPassword, { exact: true }).fill(secret);
  await page.getByRole('button', { name: auth.create }).click();
  await account(page).click();
  await page.getByRole('button', { name: shell.signOut }).click();
  await page.getByLabel(auth.login).fill('khoi.tao');
  await page.getByLabel(auth.password, { exact: true }).fill('sai mật khẩu rồi đó');
  await page.getByRole('button', { name: auth.signIn }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.getByLabel(auth.password, { exact: true }).fill(secret);
  await page.getByRole('button', { name: auth.signIn }).click();
  await expect(account(page)).toBeVisible();
});
