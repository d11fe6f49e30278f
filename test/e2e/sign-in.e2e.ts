import { password } from '#test/people.ts';
import { expect, test } from './fixtures.ts';

test('a person signs in with name and password', async ({ page, accessible }) => {
  await page.goto('/login');
  await accessible(page);
  await page.getByLabel('Tên đăng nhập').fill('officer');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/\/login/);
  await expect(page.locator('body')).toContainText('Phạm Chuyên Trách');
});

test('a wrong password is refused in words, and what was typed stays', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('Tên đăng nhập').fill('officer');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu này');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByLabel('Tên đăng nhập')).toHaveValue('officer');
});

test('who signs out leaves nothing to the next person at the same device', async ({ page }) => {
  const signIn = async (login: string) => {
    await page.getByLabel('Tên đăng nhập').fill(login);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  };
  const drafts = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tt_draft:')));
  const title = page.getByRole('textbox', { name: 'Chuyện gì xảy ra?' });
  await page.goto('/login?to=/incidents/new');
  await signIn('officer');
  await title.fill('Điều chỉ một người được đọc');
  await expect.poll(drafts).toHaveLength(1);
  await page.reload();
  await expect(title).toHaveValue('Điều chỉ một người được đọc');

  await page.locator('summary', { hasText: /^Tài khoản/ }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page).toHaveURL(/\/login$/);
  expect(await drafts()).toEqual([]);
  await page.goBack();
  await expect(page).toHaveURL(/\/login/);
  await expect(page.locator('body')).not.toContainText('Phạm Chuyên Trách');

  // A session that ends by itself keeps the draft for its owner, and for nobody else.
  await page.goto('/login?to=/incidents/new');
  await signIn('officer');
  await title.fill('Gõ dở khi phiên hết hạn');
  await expect.poll(drafts).toHaveLength(1);
  await page.context().clearCookies();
  await page.goto('/login?to=/incidents/new');
  expect(await drafts()).toHaveLength(1);
  await signIn('staff');
  await expect(title).toHaveValue('');
  await expect.poll(drafts).toEqual([expect.not.stringContaining('officer')]);
});
