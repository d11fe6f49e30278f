import { password } from '#test/people.ts';
import { expect, test } from './fixtures.ts';

test('a person signs in with name and password, and out again', async ({ page, accessible }) => {
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
