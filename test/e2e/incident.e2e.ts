import { vi } from '#web/i18n/vi/index.ts';
import { visit } from './complaints.ts';
import { expect, test } from './fixtures.ts';

const { incident, ui } = vi;

test('an incident is logged by keyboard alone, from any page', async ({ signedIn, accessible }) => {
  const page = await signedIn('officer');
  await visit(page, '/drills');
  await page.keyboard.press('c');
  await expect(page).toHaveURL('/incidents/new');
  await expect(page.getByLabel(incident.what)).toBeFocused();
  await page.keyboard.type('Trang chủ hiện nội dung lạ');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trang chủ hiện nội dung lạ');
  await expect(page.getByText(ui.severity.unknown).first()).toBeVisible();
  await accessible(page);
});

test('an incident is logged without script; what is wrong is said and what was typed stays', async ({ signedIn }) => {
  const page = await signedIn('officer', { javaScriptEnabled: false });
  await page.goto('/incidents/new');
  await page.getByLabel(incident.description).fill('Người dân gọi điện báo lúc sáng.');
  await page.getByLabel(incident.detectedAt).fill('không rõ khi nào');
  await page.getByRole('button', { name: incident.submit }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByLabel(incident.description)).toHaveValue('Người dân gọi điện báo lúc sáng.');
  await page.getByLabel(incident.what).fill('Thư lừa đảo gửi nhiều đơn vị');
  await page.getByLabel(incident.detectedAt).fill('5 phút trước');
  await page.getByRole('button', { name: incident.submit }).click();
  await expect(page).toHaveURL(/\/incidents\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Thư lừa đảo gửi nhiều đơn vị');
});
